using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

var builder = WebApplication.CreateBuilder(args);
var dataFolder = DataFolder.Open(
    builder.Configuration["Portal:DataFolder"],
    builder.Environment.ContentRootPath
);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPortalData(builder.Configuration, dataFolder);
builder.Services.AddAccounts();
builder.Services.AddScoped<AuditLog>();
builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    await scope
        .ServiceProvider.GetRequiredService<DatabaseStart>()
        .MigrateAsync(CancellationToken.None);
}

app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
await app.RunAsync();

/// <summary>The portal; named so that tests can start it.</summary>
public partial class Program;
