using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.People.Import;

internal sealed class ImportConfiguration
    : IEntityTypeConfiguration<ImportRun>,
        IEntityTypeConfiguration<ImportContent>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.Property(r => r.Feed).HasMaxLength(Placement.FeedLength);
        run.Property(r => r.FileName).HasMaxLength(ImportRun.FileNameLength);
        run.Property(r => r.FileHash).HasMaxLength(ImportRun.HashLength);
        run.Property(r => r.Fingerprint).HasMaxLength(ImportRun.HashLength);
        run.Property(r => r.Source).HasConversion<string>().HasMaxLength(20);
        run.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        run.Property(r => r.Version).IsConcurrencyToken();
        run.HasOne<Agency>()
            .WithMany()
            .HasForeignKey(r => r.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        run.HasIndex(r => new { r.AgencyId, r.CameAt });
    }

    public void Configure(EntityTypeBuilder<ImportContent> content)
    {
        content
            .HasOne<ImportRun>()
            .WithOne()
            .HasForeignKey<ImportContent>(c => c.Id)
            .OnDelete(DeleteBehavior.Cascade);
        content
            .Property(c => c.Decisions)
            .HasConversion(
                decisions => JsonSerializer.Serialize(decisions, JsonSerializerOptions.Default),
                stored =>
                    JsonSerializer.Deserialize<Dictionary<string, Guid>>(
                        stored,
                        JsonSerializerOptions.Default
                    )!,
                new ValueComparer<Dictionary<string, Guid>>(
                    (one, other) => ReferenceEquals(one, other),
                    decisions => decisions.Count,
                    decisions => decisions
                )
            );
    }
}
