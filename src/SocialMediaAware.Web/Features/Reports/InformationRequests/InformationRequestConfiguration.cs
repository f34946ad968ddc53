using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

internal sealed class InformationRequestConfiguration
    : IEntityTypeConfiguration<InformationRequest>,
        IEntityTypeConfiguration<DrawnUpTable>,
        IEntityTypeConfiguration<SuppressionDecision>,
        IEntityTypeConfiguration<ReleasedPack>,
        IEntityTypeConfiguration<ReleasedFile>
{
    private const int QuestionsLength = 100;
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<InformationRequest> request)
    {
        request.Property(r => r.Reference).HasMaxLength(InformationRequest.ReferenceLength);
        request.Property(r => r.Title).HasMaxLength(InformationRequest.TitleLength);
        request.Property(r => r.Questions).HasConversion<string>().HasMaxLength(QuestionsLength);
        request.Property(r => r.Revision).IsConcurrencyToken();
        request
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(r => r.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        request
            .HasMany(r => r.Decisions)
            .WithOne()
            .HasForeignKey(d => d.RequestId)
            .OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.AgencyId, r.DrawnUpAt });
    }

    public void Configure(EntityTypeBuilder<DrawnUpTable> table)
    {
        table.HasKey(t => new { t.RequestId, t.Order });
        table.Property(t => t.Name).HasMaxLength(DrawnUpTable.NameLength);
        table
            .HasOne<InformationRequest>()
            .WithMany()
            .HasForeignKey(t => t.RequestId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SuppressionDecision> decision)
    {
        decision.ToTable("SuppressionDecisions");
        decision.HasKey(d => new { d.RequestId, d.Key });
        decision.Property(d => d.Key).HasMaxLength(SuppressionDecision.KeyLength);
        decision.Property(d => d.Because).HasMaxLength(SuppressionDecision.KeyLength);
        decision.Property(d => d.Reason).HasConversion<string>().HasMaxLength(20);
        decision.Property(d => d.Standing).HasConversion<string>().HasMaxLength(20);
        decision.Property(d => d.Ground).HasConversion<string>().HasMaxLength(20);
        decision.Property(d => d.GroundWords).HasMaxLength(SuppressionDecision.GroundLength);
    }

    public void Configure(EntityTypeBuilder<ReleasedPack> pack)
    {
        pack.HasKey(p => p.RequestId);
        pack.Property(p => p.ManifestHash).HasMaxLength(HashLength);
        pack.Property(p => p.Reason).HasMaxLength(ReleasedPack.ReasonLength);
        pack.HasOne<InformationRequest>()
            .WithOne()
            .HasForeignKey<ReleasedPack>(p => p.RequestId)
            .OnDelete(DeleteBehavior.Restrict);
        pack.HasIndex(p => new { p.AgencyId, p.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReleasedFile> file)
    {
        file.HasKey(f => new { f.RequestId, f.Order });
        file.Property(f => f.Path).HasMaxLength(ReleasedFile.PathLength);
        file.HasOne<InformationRequest>()
            .WithMany()
            .HasForeignKey(f => f.RequestId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
