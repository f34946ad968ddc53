using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

internal sealed class QuizConfiguration
    : IEntityTypeConfiguration<QuizAttempt>,
        IEntityTypeConfiguration<DrawnScenario>,
        IEntityTypeConfiguration<RefreshedModule>,
        IEntityTypeConfiguration<ObligationStanding>,
        IEntityTypeConfiguration<ScenarioMet>,
        IEntityTypeConfiguration<ObligationMissed>,
        IEntityTypeConfiguration<ScenarioTally>
{
    private const int ScenarioSlugLength = 80;
    private const int ObligationIdLength = 40;
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<QuizAttempt> attempt)
    {
        attempt.Property(a => a.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        attempt.Property(a => a.Revision).IsConcurrencyToken();
        attempt.Ignore(a => a.Current);
        attempt.Ignore(a => a.NextUnsettled);
        attempt.Ignore(a => a.IsRefresher);
        attempt
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(a => a.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        attempt
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        attempt.HasMany(a => a.Drawn).WithOne().HasForeignKey(d => d.AttemptId);
        attempt.Navigation(a => a.Drawn).HasField("drawn");
        attempt.Navigation(a => a.Drawn).UsePropertyAccessMode(PropertyAccessMode.Field);
        attempt.HasMany(a => a.Standings).WithOne().HasForeignKey(s => s.AttemptId);
        attempt.Navigation(a => a.Standings).HasField("standings");
        attempt.Navigation(a => a.Standings).UsePropertyAccessMode(PropertyAccessMode.Field);
        attempt.HasMany(a => a.Refreshed).WithOne().HasForeignKey(r => r.AttemptId);
        attempt.Navigation(a => a.Refreshed).HasField("refreshed");
        attempt.Navigation(a => a.Refreshed).UsePropertyAccessMode(PropertyAccessMode.Field);
        attempt
            .HasIndex(a => new
            {
                a.AssignmentId,
                a.ModuleSlug,
                a.Major,
                a.Minor,
            })
            .IsUnique();
        attempt.HasIndex(a => new { a.AgencyId, a.BegunAt });
        attempt.HasIndex(a => new { a.AgencyId, a.PassedAt });
    }

    public void Configure(EntityTypeBuilder<DrawnScenario> drawn)
    {
        drawn.ToTable("DrawnScenarios");
        drawn.HasKey(d => new { d.AttemptId, d.Position });
        drawn.Property(d => d.ScenarioSlug).HasMaxLength(ScenarioSlugLength);
        drawn.Property(d => d.RefreshedSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        drawn.Property(d => d.Hash).HasMaxLength(HashLength);
        drawn.Property(d => d.ObligationId).HasMaxLength(ObligationIdLength);
        drawn.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<RefreshedModule> refreshed)
    {
        refreshed.ToTable("RefreshedModules");
        refreshed.HasKey(r => new { r.AttemptId, r.ModuleSlug });
        refreshed.Property(r => r.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
    }

    public void Configure(EntityTypeBuilder<ObligationStanding> standing)
    {
        standing.ToTable("ObligationStandings");
        standing.HasKey(s => new { s.AttemptId, s.ObligationId });
        standing.Property(s => s.ObligationId).HasMaxLength(ObligationIdLength);
    }

    public void Configure(EntityTypeBuilder<ScenarioMet> met)
    {
        met.HasKey(m => new
        {
            m.PersonId,
            m.ModuleSlug,
            m.ScenarioSlug,
        });
        met.Property(m => m.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        met.Property(m => m.ScenarioSlug).HasMaxLength(ScenarioSlugLength);
        met.HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObligationMissed> missed)
    {
        missed.HasKey(m => new
        {
            m.PersonId,
            m.ModuleSlug,
            m.ObligationId,
        });
        missed.Property(m => m.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        missed.Property(m => m.ObligationId).HasMaxLength(ObligationIdLength);
        missed
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ScenarioTally> tally)
    {
        tally.HasKey(t => new
        {
            t.AgencyId,
            t.ModuleSlug,
            t.ScenarioSlug,
            t.Hash,
            t.CycleKey,
            t.OptionIndex,
            t.IsFirstAnswer,
        });
        tally.Property(t => t.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        tally.Property(t => t.ScenarioSlug).HasMaxLength(ScenarioSlugLength);
        tally.Property(t => t.Hash).HasMaxLength(HashLength);
        tally.Property(t => t.CycleKey).HasMaxLength(Assignment.CycleKeyLength);
        tally
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(t => t.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
