using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

internal sealed class RemindersConfiguration
    : IEntityTypeConfiguration<ReminderStep>,
        IEntityTypeConfiguration<ReminderChange>,
        IEntityTypeConfiguration<ReminderDigest>
{
    public void Configure(EntityTypeBuilder<ReminderChange> change)
    {
        change.HasKey(c => new { c.AssignmentId, c.MessageId });
        change
            .HasOne<Assignment>()
            .WithMany()
            .HasForeignKey(c => c.AssignmentId)
            .OnDelete(DeleteBehavior.Restrict);
        change
            .HasOne<OutboxMessage>()
            .WithMany()
            .HasForeignKey(c => c.MessageId)
            .OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => c.MessageId);
    }

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
            .Property(m => m.Kind)
            .HasConversion<string>()
            .HasMaxLength(20)
            .HasDefaultValue(MailKind.Reminder)
            .HasSentinel(MailKind.Reminder);
        message
            .Property(m => m.Template)
            .HasMaxLength(OutboxMessage.TemplateLength)
            .HasDefaultValue(MailTemplateKind.Digest.Name)
            .HasSentinel("");
        message
            .Property(m => m.Language)
            .HasMaxLength(MailContent.LanguageLength)
            .HasDefaultValue(MailContent.UsualLanguage)
            .HasSentinel("");
        message.Property(m => m.SealedSecret).HasMaxLength(OutboxMessage.SealedSecretLength);
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
        // What went in the last minute, and what went today.
        message.HasIndex(m => new { m.State, m.StateAt });
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

internal sealed class MailKeepingConfiguration
    : IEntityTypeConfiguration<MailHold>,
        IEntityTypeConfiguration<RefusedAddress>,
        IEntityTypeConfiguration<MailAlarm>
{
    public void Configure(EntityTypeBuilder<MailHold> hold)
    {
        hold.Property(h => h.Id).ValueGeneratedNever();
        hold.Property(h => h.Reason).HasMaxLength(MailHold.ReasonLength);
        hold.HasOne<Agency>()
            .WithMany()
            .HasForeignKey(h => h.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        // All mail is held once: the name of the column is written as both databases have it.
        hold.HasIndex(h => h.AgencyId).IsUnique().HasFilter("released_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<RefusedAddress> refused)
    {
        refused.ToTable("RefusedAddresses");
        refused.Property(r => r.Id).ValueGeneratedNever();
        refused.Property(r => r.Address).HasMaxLength(Person.EmailLength);
        refused.Property(r => r.Problem).HasMaxLength(OutboxMessage.ProblemLength);
        refused
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        refused
            .HasIndex(r => new { r.PersonId, r.Address })
            .IsUnique()
            .HasFilter("cleared_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<MailAlarm> alarm)
    {
        alarm.HasKey(a => new { a.AgencyId, a.Day });
        alarm
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(a => a.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        alarm.HasIndex(a => a.Day);
    }
}
