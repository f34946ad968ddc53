using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialMediaAware.Web.Features.People.Units;

internal sealed class RestructurePlanConfiguration : IEntityTypeConfiguration<RestructurePlan>
{
    public void Configure(EntityTypeBuilder<RestructurePlan> plan)
    {
        plan.Property(p => p.Name).HasMaxLength(RestructurePlan.NameLength);
        plan.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
        plan.Property(p => p.Version).IsConcurrencyToken();
        // Steps are read and written together, and nobody asks for one of them.
        plan.Property(p => p.Steps)
            .HasConversion(
                steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Default),
                text =>
                    JsonSerializer.Deserialize<List<RestructureStep>>(
                        text,
                        JsonSerializerOptions.Default
                    )!,
                new ValueComparer<IReadOnlyList<RestructureStep>>(
                    (some, others) => ReferenceEquals(some, others),
                    steps => steps.Count,
                    steps => steps
                )
            );
        plan.HasOne<Agency>()
            .WithMany()
            .HasForeignKey(p => p.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
        plan.HasIndex(p => new { p.AgencyId, p.On });
    }
}
