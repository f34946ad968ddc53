namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>The steps by which a programme is made, in their order. Each is one page.</summary>
public enum DraftStep
{
    /// <summary>What it is called.</summary>
    Name,

    /// <summary>Whom it is for.</summary>
    Audience,

    /// <summary>What is read.</summary>
    Modules,

    /// <summary>What is signed.</summary>
    Statement,

    /// <summary>When.</summary>
    When,

    /// <summary>Who is reminded when.</summary>
    Reminders,

    /// <summary>Which learning from elsewhere counts.</summary>
    Elsewhere,

    /// <summary>Who is told when somebody does not agree.</summary>
    Contact,
}
