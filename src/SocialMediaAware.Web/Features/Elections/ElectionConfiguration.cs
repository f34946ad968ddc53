using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

internal sealed class ElectionConfiguration
    : IEntityTypeConfiguration<ElectionEvent>,
        IEntityTypeConfiguration<ElectionPollingDay>,
        IEntityTypeConfiguration<ElectionChoice>
{
    public void Configure(EntityTypeBuilder<ElectionEvent> election)
    {
        election.Property(e => e.Key).HasMaxLength(ElectionEvent.KeyLength);
        election.Property(e => e.Name).HasMaxLength(ElectionEvent.NameLength);
        election.Property(e => e.Region).HasMaxLength(ElectionEvent.RegionLength);
        election.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        election.Property(e => e.Version).IsConcurrencyToken();
        election.Ignore(e => e.NewestPollingDay);
        election.Ignore(e => e.Dates);
        election.Ignore(e => e.CycleKey);
        election.HasMany(e => e.PollingDays).WithOne().HasForeignKey(d => d.ElectionEventId);
        election.HasIndex(e => e.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ElectionPollingDay> day)
    {
        day.ToTable("ElectionPollingDays");
        day.HasKey(d => new { d.ElectionEventId, d.Number });
        day.Property(d => d.Source).HasMaxLength(ElectionPollingDay.SourceLength);
    }

    public void Configure(EntityTypeBuilder<ElectionChoice> choice)
    {
        choice.HasKey(c => new { c.AgencyId, c.ElectionEventId });
        choice.Ignore(c => c.Regions);
        choice
            .Property(c => c.RegionWords)
            .HasColumnName("regions")
            .HasMaxLength(ElectionChoice.RegionWordsLength)
            .HasDefaultValue("");
        choice
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(c => c.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        choice
            .HasOne<ElectionEvent>()
            .WithMany()
            .HasForeignKey(c => c.ElectionEventId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
