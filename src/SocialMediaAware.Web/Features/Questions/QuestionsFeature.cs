using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>The services of questions and not agreeing.</summary>
public static class QuestionsFeature
{
    /// <summary>Adds questions and not agreeing.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services) =>
        services
            .AddScoped<QuestionPlaces>()
            .AddScoped<Asking>()
            .AddScoped<AssignmentClock>()
            .AddScoped<Talking>()
            .AddScoped<NotAgreeing>()
            .AddScoped<HumanResourcesContacts>()
            .AddScoped<IWaitingThings, WaitingForAdvisers>()
            .AddScoped<IWaitingThings, WaitingForContacts>()
            .AddScoped<DisagreementList>()
            .AddScoped<TalkingAboutIt>();
}
