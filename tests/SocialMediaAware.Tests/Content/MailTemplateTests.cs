using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Content;

public sealed class MailTemplateTests
{
    [Fact]
    public void Templates_OfTheRepository_AreAllThere() =>
        Assert.Equal(
            MailTemplateKind.All.Select(kind => kind.Name).Order(StringComparer.Ordinal),
            ContentLoader
                .Load(Repository.Folder("content"))
                .Library!.MailTemplates.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("opened", "by **{{due}}**", "by **{{dew}}**", 4, "nothing to put into {{dew}}")]
    [InlineData("opened", "by **{{due}}**", "soon", 4, "{{due}} is missing")]
    [InlineData("opened", "{{programme}} is open", "{{secret}} is open", 2, "{{secret}}")]
    [InlineData("opened", "by **{{due}}**", "by {{due}} {{due}", 4, "not written as {{name}}")]
    [InlineData("digest", "{{parts}}", "So: {{parts}}", 6, "does not stand alone")]
    [InlineData("digest", "{{parts}}", "", 4, "{{parts}} is missing")]
    [InlineData("leader", "{{days}} late", "late", 3, "{{days}} is missing")]
    [InlineData("leader", "{{person}}:", "{{reason}}:", 3, "{{reason}}")]
    [InlineData("leader", "line:", "lien:", 3, "Unknown field")]
    [InlineData("digest", "({{link}})", "(http://example.org)", 8, "not secure")]
    [InlineData("digest", "({{link}})", "(https://example.org)", 8, "leads out of the portal")]
    [InlineData("receipt", "\n***", "\n[Again]({{link}})\n\n***", 12, "a second link")]
    [InlineData("receipt", "[See your", "Now: [See your", 8, "does not stand alone")]
    [InlineData("receipt", "Save the", "![](https://a.example/x.png) Save the", 10, "no pictures")]
    [InlineData("receipt", "You signed {{programme}}", "{{link}}", 2, "cannot stand here")]
    [InlineData("waiting", "{{what}}. Who", "Something. Who", 4, "{{what}} is missing")]
    [InlineData("changed", "it was {{before}}", "it was earlier", 4, "{{before}} is missing")]
    [InlineData("opened", "subject:", "lang: English\nsubject:", 2, "does not name a language")]
    public void Template_WhenAPlaceIsUnknownOrMissing_IsAnErrorWithFileAndLine(
        string name,
        string old,
        string replacement,
        int line,
        string message
    )
    {
        using var content = WithMail();
        content.Replace($"mail/{name}.md", old, replacement);

        Assert.Contains(
            content.Load().Messages,
            each =>
                each.Severity == Severity.Error
                && each.File == $"mail/{name}.md"
                && each.Line == line
                && each.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Templates_WhenOneIsMissingOrUnknown_AreAnError()
    {
        using var content = WithMail();
        content.Delete("mail/overdue.md").Write("mail/overdew.md", "---\nsubject: A\n---\nB\n");

        Assert.Equal(
            ["mail/overdew.md", "mail/overdue.md"],
            content.Load().Messages.Select(each => each.File)
        );
    }

    [Fact]
    public void Template_Filled_KeepsWordsAsWords()
    {
        var words = new Dictionary<string, string>
        {
            ["name"] = "<b>{{link}}</b> Ā",
            ["link"] = "x",
        };

        Assert.Equal(
            "Kia ora &lt;b&gt;{{link}}&lt;/b&gt; Ā, x",
            MailTemplate.FillHtml("Kia ora {{name}}, {{link}}", words, words)
        );
        Assert.Equal("Kia ora <b>{{link}}</b> Ā", MailTemplate.FillText("Kia ora {{name}}", words));
    }

    [Fact]
    public void Template_WhenRead_HasAButtonItsLanguageAndTeReoMarked()
    {
        using var content = WithMail();
        content.Replace("mail/opened.md", "subject:", "lang: mi\nsubject:");
        var templates = content.Load().Readable.MailTemplates;

        var receipt = templates["receipt"];
        Assert.Equal("en-NZ", receipt.Language);
        Assert.StartsWith("<p><span lang=\"mi\">Kia ora</span> {{name}},</p>", receipt.Html);
        Assert.Matches(
            "<p class=\"sma-mail-action\"><a href=\"{{link}}\" class=\"sma-mail-button\" style=\"[^\"]+\">See your receipt</a></p>",
            receipt.Html
        );
        Assert.Contains("See your receipt: {{link}}", receipt.Text, StringComparison.Ordinal);
        Assert.Equal("mi", templates["opened"].Language);
    }

    private static SmallContent WithMail()
    {
        var content = new SmallContent();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder("content"), "mail")))
        {
            content.Write($"mail/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        return content;
    }
}
