using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

internal sealed class DisagreementConfiguration : IEntityTypeConfiguration<Disagreement>
{
    public void Configure(EntityTypeBuilder<Disagreement> said)
    {
        said.Property(s => s.Id).ValueGeneratedNever();
        said.HasOne<Person>()
            .WithMany()
            .HasForeignKey(s => s.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        said.HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(s => s.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        // One holds at a time: a second click says nothing new.
        said.HasIndex(s => s.AssignmentId).IsUnique().HasFilter("taken_back_at IS NULL");
        said.HasIndex(s => s.PersonId);
        said.HasIndex(s => new { s.AgencyId, s.SaidAt });
    }
}
