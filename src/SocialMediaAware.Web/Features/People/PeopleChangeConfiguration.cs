using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.People;

internal sealed class PeopleChangeConfiguration
    : IEntityTypeConfiguration<PeopleChange>,
        IEntityTypeConfiguration<PersonFlag>,
        IEntityTypeConfiguration<StandIn>,
        IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<PeopleChange> change)
    {
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Reason).HasMaxLength(PeopleChange.ReasonLength);
        change.Property(c => c.Detail).HasMaxLength(PeopleChange.ReasonLength);
        change.Property(c => c.Feed).HasMaxLength(Placement.FeedLength);
        change.HasIndex(c => c.PersonId);
        change.HasIndex(c => new { c.AgencyId, c.At });
    }

    public void Configure(EntityTypeBuilder<PersonFlag> flag)
    {
        flag.Property(f => f.Flag).HasMaxLength(PersonFlag.FlagLength);
        flag.Property(f => f.Feed).HasMaxLength(Placement.FeedLength);
        flag.HasOne<Person>()
            .WithMany()
            .HasForeignKey(f => f.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        flag.HasIndex(f => f.PersonId);
        flag.HasIndex(f => new { f.AgencyId, f.Flag });
    }

    public void Configure(EntityTypeBuilder<StandIn> standIn)
    {
        standIn.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        standIn
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.LeaderId)
            .OnDelete(DeleteBehavior.Restrict);
        standIn
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.StandInId)
            .OnDelete(DeleteBehavior.Restrict);
        standIn.HasIndex(s => s.LeaderId);
        standIn.HasIndex(s => s.StandInId);
    }

    public void Configure(EntityTypeBuilder<Extension> extension)
    {
        extension.Property(e => e.Region).HasMaxLength(Placement.RegionLength);
        extension
            .HasOne<PeopleChange>()
            .WithMany()
            .HasForeignKey(e => e.GivenInId)
            .OnDelete(DeleteBehavior.Restrict);
        extension.HasIndex(e => e.AgencyId);
        extension.HasIndex(e => e.PersonId);
    }
}
