using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A released pack as a ZIP file.</summary>
public sealed class PackZip(PortalDbContext database)
{
    /// <summary>
    /// Writes it, file by file as the database gives them. The same pack gives the same bytes for ever: its files are kept as they
    /// were, their order and time are its own, and nothing is compressed, because compression may come out another way one day.
    /// </summary>
    public async Task WriteAsync(
        Stream target,
        ReleasedPack pack,
        CancellationToken cancellationToken
    )
    {
        var files = database
            .ReleasedFiles.AsNoTracking()
            .Where(file => file.RequestId == pack.RequestId)
            .OrderBy(file => file.Order)
            .AsAsyncEnumerable();
        await using var sent = new SentStream(target);
        await using (var zip = new ZipArchive(sent, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var file in files.WithCancellation(cancellationToken))
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.NoCompression);
                entry.LastWriteTime = pack.ReleasedAt.ToUniversalTime();
                await using (var content = await entry.OpenAsync(cancellationToken))
                {
                    await content.WriteAsync(file.Bytes, cancellationToken);
                }

                await sent.SendAsync(cancellationToken);
            }
        }

        await sent.SendAsync(cancellationToken);
    }
}

/// <summary>A released pack as an answer that is written while it is read.</summary>
public sealed class PackZipResult(string fileName, ReleasedPack pack, PackZip zip) : IActionResult
{
    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await zip.WriteAsync(response.Body, pack, context.HttpContext.RequestAborted);
    }
}
