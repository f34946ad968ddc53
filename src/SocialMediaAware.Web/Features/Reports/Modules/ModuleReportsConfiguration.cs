using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Modules;

internal sealed class ModuleReportsConfiguration
    : IEntityTypeConfiguration<ShownAnswers>,
        IEntityTypeConfiguration<ShownTimes>
{
    private const int ScenarioSlugLength = 80;
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<ShownAnswers> shown)
    {
        shown.HasKey(s => new
        {
            s.AgencyId,
            s.ModuleSlug,
            s.ScenarioSlug,
            s.Hash,
            s.CycleKey,
        });
        shown.Property(s => s.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        shown.Property(s => s.ScenarioSlug).HasMaxLength(ScenarioSlugLength);
        shown.Property(s => s.Hash).HasMaxLength(HashLength);
        shown.Property(s => s.CycleKey).HasMaxLength(Assignment.CycleKeyLength);
        shown.Property(s => s.People).IsConcurrencyToken();
        shown
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(s => s.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ShownTimes> shown)
    {
        shown.HasKey(s => new
        {
            s.AgencyId,
            s.ModuleSlug,
            s.CycleKey,
        });
        shown.Property(s => s.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        shown.Property(s => s.CycleKey).HasMaxLength(Assignment.CycleKeyLength);
        shown.Property(s => s.People).IsConcurrencyToken();
        shown
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(s => s.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
