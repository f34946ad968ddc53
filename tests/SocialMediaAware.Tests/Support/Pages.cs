using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SocialMediaAware.Tests.Support;

/// <summary>Reads pages and sends their forms as a browser without JavaScript would.</summary>
public static class Pages
{
    /// <summary>Gets an address and reads the answer as a page.</summary>
    public static async Task<IDocument> PageAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.PageAsync();
    }

    /// <summary>Reads an answer as a page.</summary>
    public static async Task<IDocument> PageAsync(this HttpResponseMessage response) =>
        await PageAsync(await response.Content.ReadAsStringAsync());

    private static Task<IDocument> PageAsync(string html) =>
        BrowsingContext.New().OpenAsync(request => request.Content(html));

    /// <summary>
    /// Sends a form of a page with everything that it holds, its antiforgery token too, and these fields filled in. A field of
    /// value null is left out.
    /// </summary>
    public static Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client,
        IDocument page,
        string address,
        string formSelector = "main form",
        params (string Name, string? Value)[] fields
    )
    {
        var form =
            (IHtmlFormElement?)page.QuerySelector(formSelector)
            ?? throw new InvalidOperationException(
                $"No form '{formSelector}' on the page titled '{page.Title}'."
            );
        var action = form.GetAttribute("action");
        return client.PostAsync(
            string.IsNullOrEmpty(action) ? address : action,
            new FormUrlEncodedContent(Fields(form, fields))
        );
    }

    /// <summary>The form of a page that sends files, with what it hides filled in.</summary>
    public static MultipartFormDataContent MultipartOf(
        this IDocument page,
        string formSelector = "main form"
    )
    {
        var form = new MultipartFormDataContent();
        foreach (
            var hidden in page.QuerySelectorAll<IHtmlInputElement>(
                $"{formSelector} input[type=hidden][name]"
            )
        )
        {
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        return form;
    }

    private static List<KeyValuePair<string, string>> Fields(
        IHtmlFormElement form,
        (string Name, string? Value)[] fields
    )
    {
        var filled = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name]")
            .Where(input => fields.All(field => field.Name != input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .ToList();
        filled.AddRange(
            fields
                .Where(field => field.Value is not null)
                .Select(field => KeyValuePair.Create(field.Name, field.Value!))
        );
        return filled;
    }
}
