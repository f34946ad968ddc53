namespace SocialMediaAware.Web.Features.MyData;

/// <summary>What the portal holds on somebody, table by table.</summary>
public sealed partial class OwnTables;
