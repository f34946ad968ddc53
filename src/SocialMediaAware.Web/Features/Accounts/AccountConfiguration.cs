using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<RoleGrant>,
        IEntityTypeConfiguration<Session>,
        IEntityTypeConfiguration<OneTimeLink>,
        IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>,
        IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => a.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        account.HasIndex(a => a.PersonId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.Property(g => g.Role).HasConversion<string>().HasMaxLength(20);
        grant
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(g => g.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
        grant
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(g => g.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => g.AccountId);
        // A role is held once: the name of the column is written as both databases have it.
        grant
            .HasIndex(g => new
            {
                g.AgencyId,
                g.Role,
                g.AccountId,
            })
            .IsUnique()
            .HasFilter("revoked_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.Method).HasMaxLength(Session.MethodLength);
        session
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(s => s.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        session.HasIndex(s => s.StartedAt);
    }

    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.Property(l => l.Purpose).HasMaxLength(40);
        link.Property(l => l.SecretHash).HasMaxLength(32);
        link.HasIndex(l => l.SecretHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) =>
        claim.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) =>
        login.ToTable("AccountLogins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) =>
        token.ToTable("AccountTokens");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey) =>
        passkey.ToTable("AccountPasskeys");
}
