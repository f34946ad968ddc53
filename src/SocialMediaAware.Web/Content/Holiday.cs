namespace SocialMediaAware.Web.Content;

/// <summary>A day on which nobody, or nobody in a region, is expected to work.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region"><see cref="National"/>, or the region whose anniversary day it is.</param>
public sealed record Holiday(DateOnly Date, string Name, string Region)
{
    /// <summary>The region of a holiday that the whole country keeps.</summary>
    public const string National = "national";

    /// <summary>Whether the whole country keeps it.</summary>
    public bool IsNational => Region == National;
}
