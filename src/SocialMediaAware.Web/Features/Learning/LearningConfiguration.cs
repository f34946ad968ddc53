using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

internal sealed class LearningConfiguration
    : IEntityTypeConfiguration<PublishedModuleText>,
        IEntityTypeConfiguration<PublishedScenarioText>,
        IEntityTypeConfiguration<Reading>,
        IEntityTypeConfiguration<OpenedSection>
{
    private const int ScenarioSlugLength = 80;

    public void Configure(EntityTypeBuilder<PublishedModuleText> text)
    {
        text.Property(t => t.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        text.Property(t => t.ContentHash).HasMaxLength(32);
        text.HasIndex(t => new
            {
                t.ModuleSlug,
                t.Major,
                t.Minor,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<PublishedScenarioText> text)
    {
        text.Property(t => t.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        text.Property(t => t.ScenarioSlug).HasMaxLength(ScenarioSlugLength);
        text.Property(t => t.Hash).HasMaxLength(32);
        text.HasIndex(t => new
            {
                t.ModuleSlug,
                t.ScenarioSlug,
                t.Hash,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.Property(r => r.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        reading.Property(r => r.LastSectionId).HasMaxLength(OpenedSection.SectionIdLength);
        reading
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(r => r.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        reading.HasIndex(r => new { r.AssignmentId, r.ModuleSlug }).IsUnique();
        reading.HasIndex(r => new { r.AgencyId, r.BegunAt });
    }

    public void Configure(EntityTypeBuilder<OpenedSection> section)
    {
        section.Property(s => s.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        section.Property(s => s.SectionId).HasMaxLength(OpenedSection.SectionIdLength);
        section.Property(s => s.TextHash).HasMaxLength(32);
        section
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        section.HasIndex(s => new { s.PersonId, s.TextHash }).IsUnique();
    }
}
