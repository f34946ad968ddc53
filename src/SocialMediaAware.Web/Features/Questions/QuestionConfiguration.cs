using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

internal sealed class QuestionConfiguration
    : IEntityTypeConfiguration<Question>,
        IEntityTypeConfiguration<QuestionMessage>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Ignore(q => q.State);
        question.Property(q => q.ModuleSlug).HasMaxLength(ProgrammeConfiguration.ModuleSlugLength);
        question.Property(q => q.SectionId).HasMaxLength(OpenedSection.SectionIdLength);
        question
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(q => q.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        question
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(q => q.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        question
            .HasMany(q => q.Messages)
            .WithOne()
            .HasForeignKey(m => m.QuestionId)
            .OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => q.PersonId);
        question.HasIndex(q => new { q.AgencyId, q.WaitingSince });
    }

    public void Configure(EntityTypeBuilder<QuestionMessage> message)
    {
        message.ToTable("QuestionMessages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Text).HasMaxLength(QuestionMessage.TextLength);
    }
}
