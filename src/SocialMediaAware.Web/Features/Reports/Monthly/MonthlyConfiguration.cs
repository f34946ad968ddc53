using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>How readers of monthly figures and their mails are kept.</summary>
public sealed class MonthlyConfiguration
    : IEntityTypeConfiguration<MonthlyReader>,
        IEntityTypeConfiguration<MonthlyMail>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<MonthlyReader> builder)
    {
        // A double click chooses nobody twice.
        builder.HasKey(r => new
        {
            r.AgencyId,
            r.AccountId,
            r.ProgrammeId,
        });
        builder
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(r => r.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<MonthlyMail> builder)
    {
        // One a person and month, however many machines tick.
        builder.HasKey(m => new
        {
            m.AgencyId,
            m.AccountId,
            m.Month,
        });
        builder
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(m => m.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
