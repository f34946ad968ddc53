using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.Settings;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Property(r => r.Job).HasMaxLength(JobRun.JobLength);
        run.Property(r => r.Outcome).HasMaxLength(JobRun.OutcomeLength);
        run.Property(r => r.Error).HasMaxLength(JobRun.OutcomeLength);
        run.HasIndex(r => r.StartedAt);
        run.HasIndex(r => new { r.Job, r.StartedAt });
    }
}
