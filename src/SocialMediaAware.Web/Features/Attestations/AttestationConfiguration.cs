using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Attestations;

internal sealed class AttestationConfiguration
    : IEntityTypeConfiguration<Attestation>,
        IEntityTypeConfiguration<AttestationModule>,
        IEntityTypeConfiguration<AttestationGround>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation)
    {
        attestation.Property(a => a.PersonNameThen).HasMaxLength(PersonName.NameLength);
        attestation.Property(a => a.TypedName).HasMaxLength(Attestation.TypedNameLength);
        attestation.Property(a => a.StatementText).HasMaxLength(Attestation.StatementLength);
        attestation.Property(a => a.Salt).HasMaxLength(PersonCommitment.SaltLength);
        attestation.Property(a => a.QuizEvidenceHash).HasMaxLength(TreeHash.Length);
        attestation
            .Property(a => a.AuthenticationMethod)
            .HasMaxLength(Attestation.AuthenticationMethodLength);
        attestation
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(a => a.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        attestation
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        attestation
            .HasOne<LedgerEntry>()
            .WithMany()
            .HasForeignKey(a => a.LedgerIndex)
            .OnDelete(DeleteBehavior.Restrict);
        attestation.HasMany(a => a.Grounds).WithOne().HasForeignKey(g => g.AttestationId);
        attestation.HasMany(a => a.Modules).WithOne().HasForeignKey(m => m.AttestationId);
        // One assignment, one record: double clicks, two tabs and replicas are decided here.
        attestation.HasIndex(a => a.AssignmentId).IsUnique();
        attestation.HasIndex(a => a.LedgerIndex).IsUnique();
        attestation.HasIndex(a => new { a.PersonId, a.SignedAt });
    }

    public void Configure(EntityTypeBuilder<AttestationModule> module)
    {
        module.ToTable("AttestationModules");
        module.HasKey(m => new { m.AttestationId, m.ModuleSlug });
        module.Property(m => m.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        module.Property(m => m.Title).HasMaxLength(AttestationModule.TitleLength);
        module.Property(m => m.ContentHash).HasMaxLength(TreeHash.Length);
    }

    public void Configure(EntityTypeBuilder<AttestationGround> ground)
    {
        ground.ToTable("AttestationGrounds");
        ground.HasKey(g => new { g.AttestationId, g.Order });
        ground.Property(g => g.Kind).HasConversion<string>().HasMaxLength(20);
        ground.Property(g => g.Subject).HasMaxLength(AttestationGround.SubjectLength);
        ground.Property(g => g.Hash).HasMaxLength(TreeHash.Length);
        ground.Property(g => g.Words).HasMaxLength(AttestationGround.WordsLength);
    }
}

internal sealed class LedgerConfiguration
    : IEntityTypeConfiguration<LedgerEntry>,
        IEntityTypeConfiguration<LedgerNode>,
        IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.HasKey(e => e.Index);
        entry.Property(e => e.Index).ValueGeneratedNever();
        entry.Property(e => e.LeafHash).HasMaxLength(TreeHash.Length);
    }

    public void Configure(EntityTypeBuilder<LedgerNode> node)
    {
        node.HasKey(n => n.Place);
        node.Property(n => n.Place).ValueGeneratedNever();
        node.Property(n => n.Hash).HasMaxLength(TreeHash.Length);
    }

    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Origin).HasMaxLength(LedgerHead.OriginLength);
    }
}
