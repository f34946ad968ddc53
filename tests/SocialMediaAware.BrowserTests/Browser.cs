using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.BrowserTests;

/// <summary>Chromium, started once for all journeys.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>The content of the journeys.</summary>
    internal OneOfEachKind Content { get; } = new();

    private readonly Dictionary<DateTimeOffset, string> filled = [];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath =
                    Environment.GetEnvironmentVariable("SMA_CHROMIUM") ?? "/usr/bin/chromium",
                Args = Arguments,
            }
        );
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        Content.Dispose();
        foreach (var folder in filled.Values)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// A data folder in which the demonstration's people have lived up to a day. They are made once for a class of journeys: making
    /// them takes as long as a journey.
    /// </summary>
    public async Task<string> FilledAsync(TestPortalOptions options)
    {
        var now = options.Clock.GetUtcNow();
        if (!filled.TryGetValue(now, out var folder))
        {
            folder = Path.Combine(Path.GetTempPath(), $"sma-filled-{Guid.NewGuid():N}");
            await using (await TestPortal.StartAsync(options with { DataFolder = folder }))
            {
                // Its start has filled it.
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            filled.Add(now, folder);
        }

        return folder;
    }

    /// <summary>A person at a screen of this width, with or without JavaScript.</summary>
    public async Task<Visit> VisitAsync(TestPortal portal, int width, bool javaScript = true)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = $"http://localhost:{portal.Address.Port}",
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = javaScript,
                Locale = "en-NZ",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        return new Visit(await context.NewPageAsync(), width, javaScript);
    }
}

/// <summary>One person's time with the portal: each page is looked at, checked and kept as a picture.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int MostTabs = 120;

    // Radios and boxes are drawn beside their input, by its label.
    private const string FocusShows = """
        element => [[element, null], [element.nextElementSibling, '::before'], [element.nextElementSibling, null], [element.closest('.sma-option'), null]]
            .filter(([each]) => each)
            .map(([each, part]) => getComputedStyle(each, part))
            .some(style => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
        """;

    private readonly int width;
    private readonly bool javaScript;
    private readonly List<string> problems = [];

    public Visit(IPage page, int width, bool javaScript)
    {
        Page = page;
        this.width = width;
        this.javaScript = javaScript;
        page.PageError += (_, message) => problems.Add($"Script error on {page.Url}: {message}");
        page.Console += (_, message) =>
        {
            if (
                message.Type == "error"
                && !message.Text.Contains("status of 4", StringComparison.Ordinal)
            )
            {
                problems.Add($"Console error on {page.Url}: {message.Text}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Goes to an address and looks at the page.</summary>
    public async Task GoAsync(string address, string name)
    {
        await Page.GotoAsync(address);
        await LookAsync(name);
    }

    /// <summary>Checks the page as it stands with axe, sees that nothing is cut off at the side, and keeps a picture.</summary>
    public async Task LookAsync(string name)
    {
        var folder = Repository.Folder("artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(
                    folder,
                    $"{name}-{width}{(javaScript ? "" : "-without-script")}.png"
                ),
                FullPage = true,
            }
        );
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
        if (!javaScript)
        {
            return;
        }

        var result = await Page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions
                {
                    Type = "tag",
                    Values =
                    [
                        "wcag2a",
                        "wcag2aa",
                        "wcag21a",
                        "wcag21aa",
                        "wcag22aa",
                        "best-practice",
                    ],
                },
            }
        );
        Assert.True(
            result.Violations.Length == 0,
            $"{name} at {width}: "
                + string.Join(
                    "; ",
                    result.Violations.Select(violation =>
                        $"{violation.Id}: {violation.Help} ({violation.Nodes[0].Html})"
                    )
                )
        );
        Assert.True(
            await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width,
            $"{name} is wider than {width} pixels."
        );
    }

    /// <summary>Presses a button or follows a link by the words on it.</summary>
    public async Task PressAsync(string words, bool exact = false)
    {
        var button = Page.Locator("main")
            .GetByRole(AriaRole.Button, new() { Name = words, Exact = exact });
        var link = Page.Locator("main")
            .GetByRole(AriaRole.Link, new() { Name = words, Exact = exact });
        await button.Or(link).First.ClickAsync();
    }

    /// <summary>Goes on with the tabulator key until something has the focus, and sees that the focus shows.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var presses = 0; presses < MostTabs; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                Assert.True(
                    await target.EvaluateAsync<bool>(FocusShows),
                    $"The focus does not show on {target} of {Page.Url}."
                );
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {target} of {Page.Url}.");
    }

    /// <summary>Goes to a link or button with the tabulator key, and presses it with the enter key.</summary>
    public async Task PressByKeyboardAsync(ILocator target)
    {
        await TabToAsync(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
