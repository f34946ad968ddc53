using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MoreTime;

internal sealed class TimeRequestConfiguration : IEntityTypeConfiguration<TimeRequest>
{
    public void Configure(EntityTypeBuilder<TimeRequest> request)
    {
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Reason).HasMaxLength(TimeRequest.WordsLength);
        request.Property(r => r.Answer).HasMaxLength(TimeRequest.WordsLength);
        request.Property(r => r.AnsweredAs).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.Ignore(r => r.Waits);
        request
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        request
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(r => r.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        // One waits for an answer at a time.
        request
            .HasIndex(r => r.AssignmentId)
            .IsUnique()
            .HasFilter("answered_at IS NULL AND taken_back_at IS NULL");
        request.HasIndex(r => r.PersonId);
        request.HasIndex(r => new { r.AgencyId, r.AskedAt });
    }
}
