using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<RoleGrant>,
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
