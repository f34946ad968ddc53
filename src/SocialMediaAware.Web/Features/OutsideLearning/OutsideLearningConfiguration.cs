using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.OutsideLearning;

internal sealed class OutsideLearningConfiguration
    : IEntityTypeConfiguration<OutsideCompletion>,
        IEntityTypeConfiguration<OutsideCompletionModule>,
        IEntityTypeConfiguration<OutsideAcceptance>,
        IEntityTypeConfiguration<WholeWay>
{
    public void Configure(EntityTypeBuilder<OutsideCompletion> completion)
    {
        completion.Property(c => c.Course).HasMaxLength(OutsideCompletion.CourseLength);
        completion.Property(c => c.Provider).HasMaxLength(OutsideCompletion.ProviderLength);
        completion.Property(c => c.Seen).HasMaxLength(OutsideCompletion.WordsLength);
        completion.Property(c => c.TakenBackReason).HasMaxLength(OutsideCompletion.WordsLength);
        completion
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(c => c.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        completion
            .HasOne<EvidenceFile>()
            .WithMany()
            .HasForeignKey(c => c.EvidenceFileId)
            .OnDelete(DeleteBehavior.Restrict);
        completion.HasMany(c => c.Modules).WithOne().HasForeignKey(m => m.CompletionId);
        completion.HasIndex(c => new { c.PersonId, c.CompletedOn });
        completion.HasIndex(c => new { c.AgencyId, c.EnteredAt });
    }

    public void Configure(EntityTypeBuilder<OutsideCompletionModule> module)
    {
        module.ToTable("OutsideCompletionModules");
        module.HasKey(m => new { m.CompletionId, m.ModuleSlug });
        module.Property(m => m.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
    }

    public void Configure(EntityTypeBuilder<OutsideAcceptance> acceptance)
    {
        acceptance.HasKey(a => new { a.ProgrammeId, a.ModuleSlug });
        acceptance
            .Property(a => a.ModuleSlug)
            .HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        acceptance
            .HasOne<Programme>()
            .WithMany()
            .HasForeignKey(a => a.ProgrammeId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WholeWay> way)
    {
        way.HasKey(w => new { w.AssignmentId, w.ModuleSlug });
        way.Property(w => w.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        way.HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(w => w.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
