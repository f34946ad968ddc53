using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

internal sealed class ProgrammeConfiguration
    : IEntityTypeConfiguration<Programme>,
        IEntityTypeConfiguration<ProgrammeModule>,
        IEntityTypeConfiguration<ProgrammeStatement>,
        IEntityTypeConfiguration<ProgrammePause>,
        IEntityTypeConfiguration<ProgrammeChange>,
        IEntityTypeConfiguration<RuleConfirmation>
{
    /// <summary>Longest slug of a module.</summary>
    internal const int ModuleSlugLength = 80;

    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(p => p.Key).HasMaxLength(Programme.KeyLength);
        programme.Property(p => p.Name).HasMaxLength(Programme.NameLength);
        programme.Property(p => p.Summary).HasMaxLength(Programme.SummaryLength);
        programme.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        programme
            .Property(p => p.Window)
            .HasConversion(window => window!.ToText(), text => YearlyWindow.FromText(text))
            .HasMaxLength(YearlyWindow.TextLength);
        programme
            .Property(p => p.AudienceKinds)
            .HasConversion(
                kinds => string.Join(',', kinds),
                text =>
                    text.Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(Enum.Parse<PersonKind>)
                        .ToArray(),
                new ValueComparer<IReadOnlyList<PersonKind>>(
                    (a, b) => a!.SequenceEqual(b!),
                    kinds => kinds.Aggregate(17, HashCode.Combine),
                    kinds => kinds.ToArray()
                )
            )
            .HasMaxLength(100);
        ConfigureTerms(programme);
        programme.Property(p => p.Revision).IsConcurrencyToken();
        programme
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(p => p.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        programme.HasMany(p => p.Pauses).WithOne().HasForeignKey(p => p.ProgrammeId);
        programme.HasMany(p => p.Modules).WithOne().HasForeignKey(m => m.ProgrammeId);
        programme.HasMany(p => p.Statements).WithOne().HasForeignKey(s => s.ProgrammeId);
        programme.HasIndex(p => new { p.AgencyId, p.Key }).IsUnique();
    }

    private static void ConfigureTerms(EntityTypeBuilder<Programme> programme)
    {
        programme
            .Property(p => p.Audience)
            .HasConversion(
                audience => ProgrammeTerms.TextOf(audience),
                text => ProgrammeTerms.AudienceOf(text),
                new ValueComparer<ProgrammeAudience>(
                    (a, b) => ProgrammeTerms.TextOf(a!) == ProgrammeTerms.TextOf(b!),
                    audience =>
                        ProgrammeTerms.TextOf(audience).GetHashCode(StringComparison.Ordinal),
                    audience => audience
                )
            )
            .HasDefaultValue(ProgrammeAudience.Everybody);
        programme
            .Property(p => p.Reminders)
            .HasConversion(
                reminders => ProgrammeTerms.TextOf(reminders),
                text => ProgrammeTerms.RemindersOf(text)
            )
            .HasDefaultValue(new ReminderTerms());
        programme
            .Property(p => p.Draft)
            .HasConversion(
                draft => draft!.ToText(),
                text => ProgrammeTerms.FromText(text),
                new ValueComparer<ProgrammeTerms?>(
                    (a, b) => (a == null ? null : a.ToText()) == (b == null ? null : b.ToText()),
                    draft =>
                        draft == null ? 0 : draft.ToText().GetHashCode(StringComparison.Ordinal),
                    draft => draft
                )
            );
        programme.Property(p => p.DaysBeforeThePeriod).HasDefaultValue(Round.DaysBeforeThePeriod);
    }

    public void Configure(EntityTypeBuilder<ProgrammePause> pause) =>
        pause.HasIndex(p => new { p.ProgrammeId, p.From });

    public void Configure(EntityTypeBuilder<ProgrammeChange> change)
    {
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Reason).HasMaxLength(ProgrammeChange.ReasonLength);
        change
            .HasOne<Programme>()
            .WithMany()
            .HasForeignKey(c => c.ProgrammeId)
            .OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.ProgrammeId, c.At });
    }

    public void Configure(EntityTypeBuilder<ProgrammeModule> module)
    {
        module.ToTable("ProgrammeModules");
        module.HasKey(m => new { m.ProgrammeId, m.ModuleSlug });
        module.Property(m => m.ModuleSlug).HasMaxLength(ModuleSlugLength);
    }

    public void Configure(EntityTypeBuilder<ProgrammeStatement> statement)
    {
        statement.ToTable("ProgrammeStatements");
        statement.HasKey(s => new { s.ProgrammeId, s.Kind });
        statement.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        statement.Property(s => s.Text).HasMaxLength(ProgrammeStatement.TextLength);
    }

    public void Configure(EntityTypeBuilder<RuleConfirmation> confirmation)
    {
        confirmation.Property(c => c.ModuleSlug).HasMaxLength(ModuleSlugLength);
        confirmation.Property(c => c.Consulted).HasMaxLength(RuleConfirmation.ConsultedLength);
        confirmation
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(c => c.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        confirmation
            .HasIndex(c => new
            {
                c.AgencyId,
                c.ModuleSlug,
                c.Major,
            })
            .IsUnique();
    }
}

internal sealed class AssignmentConfiguration
    : IEntityTypeConfiguration<Assignment>,
        IEntityTypeConfiguration<AssignmentModule>,
        IEntityTypeConfiguration<AssignmentRecord>
{
    public void Configure(EntityTypeBuilder<AssignmentRecord> record)
    {
        record.Property(r => r.CycleKey).HasMaxLength(Assignment.CycleKeyLength);
        record.Property(r => r.PersonKind).HasConversion<string>().HasMaxLength(20);
        record
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(r => r.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        record.HasIndex(r => new { r.AssignmentId, r.Revision });
        record.HasIndex(r => new { r.ProgrammeId, r.CycleKey });
        record.HasIndex(r => new { r.AgencyId, r.RecordedAt });
    }

    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.Property(a => a.CycleKey).HasMaxLength(Assignment.CycleKeyLength);
        assignment.Property(a => a.PersonKind).HasConversion<string>().HasMaxLength(20);
        // Whoever saves a state read before another was saved would record one that never was.
        assignment.Property(a => a.Revision).IsConcurrencyToken();
        assignment
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        assignment
            .HasOne<Programme>()
            .WithMany()
            .HasForeignKey(a => a.ProgrammeId)
            .OnDelete(DeleteBehavior.Restrict);
        assignment.HasMany(a => a.Modules).WithOne().HasForeignKey(m => m.AssignmentId);
        assignment
            .HasIndex(a => new
            {
                a.PersonId,
                a.ProgrammeId,
                a.AgencyId,
                a.CycleKey,
            })
            .IsUnique();
        assignment.HasIndex(a => new { a.ProgrammeId, a.DueOn });
    }

    public void Configure(EntityTypeBuilder<AssignmentModule> module)
    {
        module.ToTable("AssignmentModules");
        module.HasKey(m => new { m.AssignmentId, m.ModuleSlug });
        module.Property(m => m.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
    }
}
