using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>A choice as a form sends it.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="IsOn">Whether the election shall count: <c>true</c> or <c>false</c>.</param>
/// <param name="Regions">The regions whose people it shall concern.</param>
public sealed record ElectionChoiceForm(
    string? Agency,
    string? IsOn,
    IReadOnlyList<string> Regions
);

/// <summary>What somebody may choose about an election for one of their agencies, and what they chose.</summary>
/// <param name="Election">The election.</param>
/// <param name="Choice">How it stands for the agency.</param>
/// <param name="Offered">The regions to choose from: those of the agency's people, and those that were chosen before; none where it concerns everybody.</param>
/// <param name="IsOn">Whether it shall count; null where the form did not say.</param>
/// <param name="Regions">The regions whose people it shall concern; none for the whole agency.</param>
/// <param name="IsUnknown">Whether the form names a region that is not offered.</param>
public sealed record ElectionToChoose(
    ElectionEvent Election,
    AgencyChoice Choice,
    IReadOnlyList<string> Offered,
    bool? IsOn,
    IReadOnlyList<string> Regions,
    bool IsUnknown
)
{
    /// <summary>What the planner would ask about it.</summary>
    public PlannedElection Planned =>
        new(Election.Key, Election.PollingDay, Election.PreElectionFrom) { Regions = Regions };

    /// <summary>Whether it would change anything.</summary>
    public bool ChangesSomething =>
        IsOn != Choice.IsOn || (IsOn == true && !Regions.ToHashSet().SetEquals(Choice.Regions));
}

/// <summary>Reads what may be chosen, and what was.</summary>
public sealed class ElectionChoiceForms(
    PortalDbContext database,
    ElectionList elections,
    TimeProvider clock
)
{
    /// <summary>Reads it; null where there is no such election, or the reader may not choose for the agency.</summary>
    public async Task<ElectionToChoose?> ReadAsync(
        string key,
        ElectionChoiceForm form,
        CancellationToken cancellationToken
    )
    {
        var line = await elections.FindAsync(key, cancellationToken);
        var choice = line?.Choices.FirstOrDefault(choice =>
            choice.CanChoose
            && (
                string.IsNullOrEmpty(form.Agency)
                || string.Equals(
                    choice.AgencyId.ToString(),
                    form.Agency,
                    StringComparison.OrdinalIgnoreCase
                )
            )
        );
        if (line is null || choice is null)
        {
            return null;
        }

        var offered = ElectionChoice.CanBeOfRegions(line.Election.Kind)
            ? await OfferedAsync(choice, cancellationToken)
            : [];
        bool? isOn = form.IsOn switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
        return new(
            line.Election,
            choice,
            offered,
            isOn,
            isOn == true ? [.. form.Regions.Intersect(offered)] : [],
            form.Regions.Except(offered).Any()
        );
    }

    private async Task<IReadOnlyList<string>> OfferedAsync(
        AgencyChoice choice,
        CancellationToken cancellationToken
    )
    {
        var regions = await database
            .Placements.HoldingOn(clock.Today())
            .Where(placement => placement.AgencyId == choice.AgencyId && placement.Region != null)
            .Select(placement => placement.Region!)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. regions.Union(choice.Regions).Order(NewZealandEnglish.Alphabet)];
    }
}
