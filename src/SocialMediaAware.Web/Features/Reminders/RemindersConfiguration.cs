using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

internal sealed class RemindersConfiguration
    : IEntityTypeConfiguration<ReminderStep>,
        IEntityTypeConfiguration<ReminderDigest>
{
    public void Configure(EntityTypeBuilder<ReminderStep> step)
    {
        step.HasKey(s => new { s.AssignmentId, s.Kind });
        step.HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(s => s.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        step.HasOne<OutboxMessage>()
            .WithMany()
            .HasForeignKey(s => s.MessageId)
            .OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => s.MessageId);
    }

    public void Configure(EntityTypeBuilder<ReminderDigest> digest)
    {
        digest.HasKey(d => new { d.PersonId, d.LocalDate });
        digest
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(d => d.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        digest
            .HasOne<OutboxMessage>()
            .WithMany()
            .HasForeignKey(d => d.MessageId)
            .OnDelete(DeleteBehavior.Restrict);
        digest.HasIndex(d => d.MessageId);
        digest.HasIndex(d => d.LocalDate);
    }
}

internal sealed class OutboxConfiguration
    : IEntityTypeConfiguration<OutboxMessage>,
        IEntityTypeConfiguration<OutboxSubject>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Key).HasMaxLength(OutboxMessage.KeyLength);
        message.Property(m => m.MailId).HasMaxLength(MailIds.Length);
        message.Property(m => m.ToName).HasMaxLength(PersonName.NameLength);
        message.Property(m => m.ToAddress).HasMaxLength(Person.EmailLength);
        message
            .Property(m => m.FoundBy)
            .HasMaxLength(PersonName.NameLength + 1 + Person.EmailLength);
        message.Property(m => m.Subject).HasMaxLength(MailContent.SubjectLength);
        message.Property(m => m.Problem).HasMaxLength(OutboxMessage.ProblemLength);
        message.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        message
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => m.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        message
            .HasMany(m => m.Subjects)
            .WithOne()
            .HasForeignKey(s => s.MessageId)
            .OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.State, m.NotBefore });
        message.HasIndex(m => new { m.AgencyId, m.CreatedAt });
        message.HasIndex(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<OutboxSubject> subject)
    {
        subject.ToTable("OutboxSubjects");
        subject.HasKey(s => new { s.MessageId, s.AssignmentId });
        subject
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(s => s.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
