using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.Settings;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Property(r => r.Job).HasMaxLength(JobRun.JobLength);
        run.Property(r => r.ErrorKind).HasMaxLength(JobRun.ErrorKindLength);
        run.Property(r => r.ErrorMessage).HasMaxLength(JobRun.ErrorMessageLength);
        // Read newest first, of one job or of all.
        run.HasIndex(r => new
        {
            r.Job,
            r.StartedAt,
            r.Id,
        });
        run.HasIndex(r => new { r.StartedAt, r.Id });
    }
}
