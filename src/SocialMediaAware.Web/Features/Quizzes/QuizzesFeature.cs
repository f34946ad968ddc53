namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>The services of practising.</summary>
public static class QuizzesFeature
{
    /// <summary>Adds practising.</summary>
    public static IServiceCollection AddQuizzes(this IServiceCollection services) =>
        services
            .AddScoped<QuizStanding>()
            .AddScoped<QuizEntrance>()
            .AddScoped<QuizScreens>()
            .AddScoped<Starting>()
            .AddScoped<Answering>()
            .AddScoped<Concluding>()
            .AddScoped<OwnQuiz>();
}
