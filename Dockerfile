# docker build -t social-media-aware .
# docker run --read-only -p 8080:8080 -v sma-data:/data social-media-aware

# The styles. npm stays in this stage.
FROM node:22-bookworm-slim AS styles
WORKDIR /styles
COPY src/SocialMediaAware.Web/package.json src/SocialMediaAware.Web/package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY src/SocialMediaAware.Web/Styles Styles
RUN npm run build --silent

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /portal
# Only what decides the packages, so that an edited page does not restore them again.
COPY global.json ./
COPY src/Directory.Build.props src/Directory.Packages.props src/
COPY src/SocialMediaAware.Evidence/SocialMediaAware.Evidence.csproj src/SocialMediaAware.Evidence/packages.lock.json src/SocialMediaAware.Evidence/
COPY src/SocialMediaAware.Web/SocialMediaAware.Web.csproj src/SocialMediaAware.Web/*.targets src/SocialMediaAware.Web/packages.lock.json src/SocialMediaAware.Web/
RUN dotnet restore src/SocialMediaAware.Web --locked-mode
COPY .editorconfig ./
COPY src/ src/
COPY content/ content/
COPY --from=styles /styles/wwwroot/ src/SocialMediaAware.Web/wwwroot/
RUN dotnet publish src/SocialMediaAware.Web --no-restore --configuration Release --output /app -p:BuildFrontEnd=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The portal uses the system's SQLite, so that the distribution patches it, and counts days in the agency's time zone.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data \
    && chown "$APP_UID:$APP_UID" /data
WORKDIR /app
# Owned by root: the portal cannot change itself.
COPY --from=build /app ./

ENV ASPNETCORE_ENVIRONMENT=Production \
    DOTNET_hostBuilder__reloadConfigOnChange=false \
    # The base image says the same in its own variable, which this one would otherwise contradict with a warning.
    ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://+:8080 \
    Portal__DataFolder=/data \
    # Large uploads pass through a temporary file, and with --read-only only the volume takes one.
    TMPDIR=/data \
    # The runtime's diagnostic socket would be another file to write.
    DOTNET_EnableDiagnostics=0 \
    # A portal for some thousand staff: little memory matters more than throughput on many cores.
    DOTNET_gcServer=0

USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has no curl: the portal asks itself.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["dotnet", "SocialMediaAware.Web.dll", "health"]
ENTRYPOINT ["dotnet", "SocialMediaAware.Web.dll"]
