namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>The services of the record of people.</summary>
public static class RecordsFeature
{
    /// <summary>Adds the record of people.</summary>
    public static IServiceCollection AddRecordsOfPeople(this IServiceCollection services)
    {
        services.AddScoped<RecordAccess>().AddScoped<RecordWriter>();
        services.AddScoped<PeopleMatching>().AddScoped<PeopleList>();
        services.AddScoped<PersonFactsReading>().AddScoped<PersonDuties>();
        services.AddScoped<PersonHistory>().AddScoped<UnitChoices>();
        services.AddScoped<PlacementFormReader>().AddScoped<Returners>();
        services.AddScoped<AddingPerson>().AddScoped<NamingPerson>();
        services.AddScoped<ReachingPerson>().AddScoped<PlacingPerson>();
        services.AddScoped<ChangingPlacement>().AddScoped<LeavingAgency>();
        services.AddScoped<RecordingDeath>().AddScoped<DeathList>();
        return services.AddScoped<MergingPeople>().AddScoped<MergePreview>();
    }
}
