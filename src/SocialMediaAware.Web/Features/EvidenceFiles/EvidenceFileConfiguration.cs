using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.EvidenceFiles;

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(10);
        file.Property(f => f.Sha256).HasMaxLength(TreeHash.Length);
        file.HasOne<Person>()
            .WithMany()
            .HasForeignKey(f => f.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.PersonId, f.AddedAt });
    }
}
