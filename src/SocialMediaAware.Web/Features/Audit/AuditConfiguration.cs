using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.Audit;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLength);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLength);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLength);
        // The log is read newest first, for one agency or for none, with or without an action: each reads only what it shows.
        entry.HasIndex(e => new
        {
            e.AgencyId,
            e.At,
            e.Id,
        });
        entry.HasIndex(e => new
        {
            e.AgencyId,
            e.Action,
            e.At,
            e.Id,
        });
        // Somebody asks what is held on them: what they did, and what was done about them.
        entry.HasIndex(e => new { e.AccountId, e.At });
        entry.HasIndex(e => e.Subject);
    }
}
