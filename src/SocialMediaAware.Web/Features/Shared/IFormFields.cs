namespace SocialMediaAware.Web.Features.Shared;

/// <summary>Marks the fields of a form that several pages share: each of its properties is a field, sent under its own name.</summary>
public interface IFormFields;
