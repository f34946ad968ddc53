using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.People;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.Property(a => a.Slug).HasMaxLength(Agency.SlugLength);
        agency.Property(a => a.Name).HasMaxLength(Agency.NameLength);
        agency.Property(a => a.ShortName).HasMaxLength(Agency.NameLength);
        agency.Property(a => a.NameInMaori).HasMaxLength(Agency.NameLength);
        agency.HasIndex(a => a.Slug).IsUnique();
    }
}

internal sealed class UnitConfiguration
    : IEntityTypeConfiguration<Unit>,
        IEntityTypeConfiguration<UnitFact>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.Property(u => u.Code).HasMaxLength(Unit.CodeLength);
        unit.HasIndex(u => new { u.AgencyId, u.Code }).IsUnique();
        unit.HasOne<Agency>()
            .WithMany()
            .HasForeignKey(u => u.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UnitFact> fact)
    {
        fact.Property(f => f.Name).HasMaxLength(UnitFact.NameLength);
        fact.HasOne<Unit>()
            .WithMany()
            .HasForeignKey(f => f.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        fact.HasIndex(f => new { f.AgencyId, f.UnitId });
    }
}

internal sealed class PersonConfiguration
    : IEntityTypeConfiguration<Person>,
        IEntityTypeConfiguration<PersonName>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Email).HasMaxLength(Person.EmailLength);
        person.Property(p => p.TimeZone).HasMaxLength(64);
        person.HasIndex(p => p.Email);
        person.HasIndex(p => p.MergedIntoId);
    }

    public void Configure(EntityTypeBuilder<PersonName> name)
    {
        name.Property(n => n.Name).HasMaxLength(PersonName.NameLength);
        name.Property(n => n.OfficialName).HasMaxLength(PersonName.NameLength);
        name.Property(n => n.FoundBy).HasMaxLength(2 * PersonName.NameLength + 1);
        // The list of people goes along this, and looks at nothing else of those it passes over.
        name.HasIndex(n => new
        {
            n.FoundBy,
            n.PersonId,
            n.UnlearntAt,
            n.HoldsFrom,
            n.HoldsUntil,
        });
        name.HasOne<Person>()
            .WithMany()
            .HasForeignKey(n => n.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        name.HasIndex(n => n.PersonId);
    }
}

internal sealed class PlacementConfiguration
    : IEntityTypeConfiguration<Placement>,
        IEntityTypeConfiguration<Leadership>,
        IEntityTypeConfiguration<Leave>,
        IEntityTypeConfiguration<Exemption>
{
    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        placement.Property(p => p.Position).HasMaxLength(Placement.PositionLength);
        placement.Property(p => p.Region).HasMaxLength(Placement.RegionLength);
        placement.Property(p => p.EmployeeNumber).HasMaxLength(Placement.EmployeeNumberLength);
        placement.Property(p => p.Feed).HasMaxLength(Placement.FeedLength);
        placement.Property(p => p.PositionNumber).HasMaxLength(Placement.PositionNumberLength);
        placement
            .Property(p => p.WorkDays)
            .HasDefaultValue(WorkDays.Weekdays)
            .HasSentinel(WorkDays.Weekdays);
        placement
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(p => p.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        placement
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(p => p.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        placement.HasIndex(p => new
        {
            p.PersonId,
            p.AgencyId,
            p.UnlearntAt,
            p.HoldsUntil,
            p.HoldsFrom,
        });
        placement.HasIndex(p => new { p.AgencyId, p.UnitId });
        placement.HasIndex(p => new { p.AgencyId, p.EmployeeNumber });
        placement.HasIndex(p => new { p.AgencyId, p.LearntAt });
        placement.HasIndex(p => new { p.AgencyId, p.UnlearntAt });
    }

    public void Configure(EntityTypeBuilder<Leadership> leadership)
    {
        leadership.Property(l => l.Feed).HasMaxLength(Placement.FeedLength);
        leadership
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(l => l.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        leadership
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(l => l.LeaderId)
            .OnDelete(DeleteBehavior.Restrict);
        leadership.HasIndex(l => l.PersonId);
        leadership.HasIndex(l => l.LeaderId);
    }

    public void Configure(EntityTypeBuilder<Leave> leave)
    {
        leave.Property(l => l.Feed).HasMaxLength(Placement.FeedLength);
        leave
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(l => l.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        leave.HasIndex(l => l.PersonId);
    }

    public void Configure(EntityTypeBuilder<Exemption> exemption)
    {
        exemption.Property(e => e.ReasonCode).HasMaxLength(Exemption.ReasonLength);
        exemption
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(e => e.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        exemption.HasIndex(e => e.PersonId);
    }
}
