using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Assisted;

internal sealed class AssistedConfiguration
    : IEntityTypeConfiguration<AssistedSession>,
        IEntityTypeConfiguration<AssistedSessionProgramme>,
        IEntityTypeConfiguration<AssistedParticipant>,
        IEntityTypeConfiguration<SharedScreen>,
        IEntityTypeConfiguration<AssistedVisit>
{
    public void Configure(EntityTypeBuilder<AssistedSession> session)
    {
        session.Property(s => s.Title).HasMaxLength(AssistedSession.TitleLength);
        session.Property(s => s.Place).HasMaxLength(AssistedSession.TitleLength);
        session
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(s => s.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Programmes).WithOne().HasForeignKey(p => p.SessionId);
        session.HasMany(s => s.Participants).WithOne().HasForeignKey(p => p.SessionId);
        session.HasIndex(s => new { s.AgencyId, s.Day });
    }

    public void Configure(EntityTypeBuilder<AssistedSessionProgramme> programme)
    {
        programme.ToTable("AssistedSessionProgrammes");
        programme.HasKey(p => new { p.SessionId, p.ProgrammeId });
        programme
            .HasOne<Programme>()
            .WithMany()
            .HasForeignKey(p => p.ProgrammeId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AssistedParticipant> participant)
    {
        participant.ToTable("AssistedParticipants");
        participant.HasKey(p => new { p.SessionId, p.PersonId });
        participant.Property(p => p.CodeHash).HasMaxLength(32);
        participant
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(p => p.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        // No two people of a session have the same code.
        participant.HasIndex(p => new { p.SessionId, p.CodeHash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SharedScreen> screen) =>
        screen
            .HasOne<AssistedSession>()
            .WithMany()
            .HasForeignKey(s => s.SessionId)
            .OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<AssistedVisit> visit)
    {
        visit.HasKey(v => v.SignInSessionId);
        visit.Property(v => v.SignInSessionId).ValueGeneratedNever();
        visit
            .HasOne<SharedScreen>()
            .WithMany()
            .HasForeignKey(v => v.ScreenId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperFormConfiguration
    : IEntityTypeConfiguration<PaperForm>,
        IEntityTypeConfiguration<PaperFormModule>
{
    public void Configure(EntityTypeBuilder<PaperForm> form)
    {
        form.Property(f => f.Number).HasMaxLength(PaperForm.NumberLength);
        form.Property(f => f.PersonName).HasMaxLength(PersonName.NameLength);
        form.Property(f => f.StatementText).HasMaxLength(Attestation.StatementLength);
        form.Property(f => f.Witness).HasMaxLength(PaperForm.WitnessLength);
        form.HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(f => f.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        form.HasOne<EvidenceFile>()
            .WithMany()
            .HasForeignKey(f => f.ScanId)
            .OnDelete(DeleteBehavior.Restrict);
        form.HasMany(f => f.Modules).WithOne().HasForeignKey(m => m.FormId);
        form.HasIndex(f => f.Number).IsUnique();
        form.HasIndex(f => f.AssignmentId);
    }

    public void Configure(EntityTypeBuilder<PaperFormModule> module)
    {
        module.ToTable("PaperFormModules");
        module.HasKey(m => new { m.FormId, m.ModuleSlug });
        module.Property(m => m.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        module.Property(m => m.Title).HasMaxLength(AttestationModule.TitleLength);
        module.Property(m => m.ContentHash).HasMaxLength(TreeHash.Length);
    }
}
