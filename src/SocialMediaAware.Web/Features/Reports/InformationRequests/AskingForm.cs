using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>The form that begins a pack, as it was sent.</summary>
public sealed class AskingForm : IFormFields
{
    private const int FirstYear = 2000;

    /// <summary>Of which agency.</summary>
    public Guid? Agency { get; set; }

    /// <summary>The agency's own reference.</summary>
    public string? Reference { get; set; }

    /// <summary>What was asked.</summary>
    public string? Asked { get; set; }

    /// <summary>The first day of the period.</summary>
    public string? From { get; set; }

    /// <summary>The last day of the period.</summary>
    public string? Until { get; set; }

    /// <summary>What is answered, by the names of <see cref="InformationQuestions" />.</summary>
    public string[]? Questions { get; set; }

    /// <summary>Whether a question is ticked.</summary>
    public bool Asks(InformationQuestions question) => Questions?.Contains($"{question}") == true;

    /// <summary>Reads it; null where something is wrong with it, which is then among the errors.</summary>
    /// <param name="agencyIds">The agencies that it can be about.</param>
    /// <param name="today">The date in New Zealand.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="texts">The words for it.</param>
    public AskedInformation? Read(
        IReadOnlyCollection<Guid> agencyIds,
        DateOnly today,
        ModelStateDictionary errors,
        IStringLocalizer<InformationRequestsTexts> texts
    )
    {
        errors.Clear();
        var agencyId =
            Agency is { } sent && agencyIds.Contains(sent) ? sent
            : Agency is null && agencyIds.Count == 1 ? agencyIds.First()
            : (Guid?)null;
        Check(nameof(Agency), agencyId is null, "AgencyMissing");
        var reference = Line(nameof(Reference), Reference, InformationRequest.ReferenceLength);
        var asked = Line(nameof(Asked), Asked, InformationRequest.TitleLength);
        var from = DayField.Read(From);
        var until = DayField.Read(Until);
        Check(nameof(From), from is null || from.Value.Year < FirstYear, "FromMissing");
        Check(nameof(From), from > today, "FromAhead");
        Check(nameof(Until), until is null, "UntilMissing");
        Check(nameof(Until), until < from, "UntilBefore");
        Check(nameof(Until), until > today.AddYears(1), "UntilAhead");
        var questions = Enum.GetValues<InformationQuestions>()
            .Where(Asks)
            .Aggregate(InformationQuestions.None, (all, one) => all | one);
        Check(nameof(Questions), questions is InformationQuestions.None, "QuestionsMissing");
        return errors.IsValid
            ? new(agencyId!.Value, reference, asked, from!.Value, until!.Value, questions)
            : null;

        void Check(string field, bool isWrong, string textKey)
        {
            if (isWrong)
            {
                errors.AddModelError(field, texts[textKey]);
            }
        }

        string Line(string field, string? typed, int length)
        {
            var line = (typed ?? "").ReplaceLineEndings(" ").Trim();
            Check(field, line.Length == 0, $"{field}Missing");
            if (line.Length > length)
            {
                errors.AddModelError(field, texts["TooLong", length]);
            }

            return line;
        }
    }
}
