using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MyData;

internal sealed class CorrectionRequestConfiguration : IEntityTypeConfiguration<CorrectionRequest>
{
    public void Configure(EntityTypeBuilder<CorrectionRequest> request)
    {
        request.Property(r => r.Part).HasMaxLength(CorrectionRequest.PartLength);
        request.Property(r => r.Text).HasMaxLength(CorrectionRequest.TextLength);
        request.Property(r => r.Answer).HasMaxLength(CorrectionRequest.TextLength);
        request.Property(r => r.Statement).HasMaxLength(CorrectionRequest.TextLength);
        request.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Version).IsConcurrencyToken();
        request
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(r => r.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => r.PersonId);
        request.HasIndex(r => new { r.AgencyId, r.AskedAt });
    }
}
