using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public class ContentStoreTests
{
    [Fact]
    public void Library_WhenFirstAskedFor_IsRead()
    {
        using var content = new SmallContent();
        var store = new ContentStore(content.Folder, TimeProvider.System);

        Assert.NotNull(store.Library.FindModule("taking-care"));
        Assert.Same(store.Library, store.Library);
    }

    [Fact]
    public void Library_WhenTheContentNeverWasRight_SaysWhatIsWrong()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("minutes: 6", "minutes: six");
        var store = new ContentStore(content.Folder, TimeProvider.System);

        var problem = Assert.Throws<InvalidOperationException>(() => store.Library);

        Assert.Contains($"{ModuleFile}:6:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_WhenTheNewContentIsBroken_KeepsTheLastGoodLibraryAndShowsTheMessages()
    {
        using var content = new SmallContent();
        var store = new ContentStore(content.Folder, TimeProvider.System);
        var good = store.Library;
        content.ReplaceInModule("minutes: 6", "minutes: six");

        var messages = store.Reload();

        Assert.Same(good, store.Library);
        Assert.True(store.HasErrors);
        Assert.Equal(messages, store.Messages);
        Assert.Contains(store.Messages, message => message.File == ModuleFile && message.Line == 6);
    }

    [Fact]
    public void Reload_RemembersTheVersionsHandedInBefore()
    {
        using var content = new SmallContent();
        var store = new ContentStore(content.Folder, TimeProvider.System);
        store.Reload([new EarlierVersion("taking-care", new(1, 0), content.Bytes(ModuleFile))]);
        content.ReplaceInModule("version: 1.0", "version: 2.0");

        store.Reload();

        Assert.NotNull(store.Library.FindVersion("taking-care", new(1, 0)));
    }

    [Fact]
    public void ReloadIfFilesChanged_WhenAFileIsSaved_ReadsItOnce()
    {
        using var content = new SmallContent();
        var clock = new ClockSetByHand();
        var store = new ContentStore(content.Folder, clock);
        Assert.Equal("Taking care", store.Library.FindModule("taking-care")!.Title);
        Assert.False(store.ReloadIfFilesChanged());
        content.ReplaceInModule("title: Taking care", "title: Taking more care");

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(store.ReloadIfFilesChanged());
        Assert.Equal("Taking more care", store.Library.FindModule("taking-care")!.Title);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(store.ReloadIfFilesChanged());
    }

    [Fact]
    public void ReloadIfFilesChanged_WhenAFileIsDeleted_NoticesIt()
    {
        using var content = new SmallContent();
        var clock = new ClockSetByHand();
        var store = new ContentStore(content.Folder, clock);
        Assert.Equal(4, store.Library.FindModule("taking-care")!.Scenarios.Count);
        content.Delete(ScenarioFile(4)).ReplaceInModule("[HB-SMG-01, HB-SMG-02]", "[HB-SMG-01]");

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(store.ReloadIfFilesChanged());
        Assert.Equal(3, store.Library.FindModule("taking-care")!.Scenarios.Count);
    }

    [Fact]
    public void ReloadIfFilesChanged_LooksAtMostTwiceASecond()
    {
        using var content = new SmallContent();
        var clock = new ClockSetByHand();
        var store = new ContentStore(content.Folder, clock);
        _ = store.Library;
        store.ReloadIfFilesChanged();
        content.ReplaceInModule("title: Taking care", "title: Taking more care");

        clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(store.ReloadIfFilesChanged());

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(store.ReloadIfFilesChanged());
    }

    [Fact]
    public void Resolve_OfAConfiguredFolder_CountsFromTheContentRoot()
    {
        var root = Path.GetTempPath();

        Assert.Equal(Path.GetFullPath("texts", root), ContentFolder.Resolve("texts", root));
    }

    [Fact]
    public void Resolve_WhenNothingIsConfigured_WalksUpToTheRepositorysFolder()
    {
        var repository = Directory.CreateTempSubdirectory("repository-");
        try
        {
            Directory.CreateDirectory(Path.Combine(repository.FullName, "content", "modules"));
            var application = repository.CreateSubdirectory("src/Web");

            // Beside the tests themselves there is no content; if there were, it would come first.
            Assert.False(
                Directory.Exists(Path.Combine(AppContext.BaseDirectory, "content", "modules"))
            );
            Assert.Equal(
                Path.Combine(repository.FullName, "content"),
                ContentFolder.Resolve(null, application.FullName)
            );
        }
        finally
        {
            repository.Delete(recursive: true);
        }
    }

    private sealed class ClockSetByHand : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
