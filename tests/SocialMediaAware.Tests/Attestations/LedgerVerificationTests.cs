using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Tests.Attestations;

public sealed class LedgerVerificationTests
{
    private static readonly string[] Protections =
    [
        "DROP TRIGGER attestations_refuse_update",
        "DROP TRIGGER attestation_modules_refuse_update",
        "DROP TRIGGER ledger_entries_refuse_update",
        "DROP TRIGGER ledger_entries_refuse_delete",
    ];

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Verify_WhenNobodyTouchedIt_HoldsInEverything(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        await SignAllAsync(portal, 5);

        var verdict = await VerifyAsync(portal);

        Assert.True(verdict.IsVerified, Sentences(verdict));
        Assert.Equal(5, verdict.Size);
    }

    [Theory]
    [InlineData("attestations", "UPDATE attestations SET typed_name = 'X' WHERE ledger_index = 2")]
    [InlineData("attestations", "UPDATE attestations SET statement_text = 'X'")]
    [InlineData("attestations", "UPDATE attestation_modules SET major = 9")]
    [InlineData("entries", "UPDATE ledger_entries SET leaf = x'01' WHERE \"index\" = 1")]
    [InlineData("root", "UPDATE ledger_entries SET leaf = x'01' WHERE \"index\" = 1")]
    [InlineData(
        "entries",
        "UPDATE ledger_entries SET leaf_hash = zeroblob(32) WHERE \"index\" = 1"
    )]
    [InlineData("nodes", "UPDATE ledger_nodes SET hash = zeroblob(32) WHERE level = 1")]
    [InlineData("nodes", "DELETE FROM ledger_nodes WHERE level = 2")]
    [InlineData("head", "UPDATE ledger_heads SET range = zeroblob(64)")]
    [InlineData("checkpoint", "UPDATE ledger_heads SET size = 4")]
    [InlineData("entries", "UPDATE ledger_heads SET size = 4")]
    public async Task Verify_WhenSomebodyChangedTheDatabase_SaysWhere(string check, string sql)
    {
        await using var portal = await TestPortal.StartAsync();
        await SignAllAsync(portal, 5);
        await portal.WithDatabaseAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            foreach (var trigger in Protections)
            {
                await database.Database.ExecuteSqlRawAsync(trigger);
            }

            await database.Database.ExecuteSqlRawAsync(sql);
            await transaction.CommitAsync();
        });

        var verdict = await VerifyAsync(portal);

        Assert.Contains(verdict.Checks, found => found.Name == check && !found.Passed);
    }

    [Fact]
    public async Task Export_WhenCheckedWithThePublicKeyAlone_IsVerified()
    {
        await using var portal = await TestPortal.StartAsync();
        await SignAllAsync(portal, 5);
        using var file = new MemoryStream();
        await portal.WithAsync(services =>
            services
                .GetRequiredService<LedgerVerification>()
                .ExportAsync(file, CancellationToken.None)
        );
        file.Position = 0;

        var verdict = await LedgerExport.CheckAsync(
            file,
            portal.Services.GetRequiredService<LedgerKey>().VerificationKey
        );

        Assert.True(verdict.IsVerified);
        Assert.Equal((5, 5), (verdict.Size, verdict.Attestations));
    }

    [Fact]
    public async Task Start_WhenTheKeyIsAnotherOrGoneOrTheNameChanged_IsRefusedWithOneClearLine()
    {
        var folder = Directory.CreateTempSubdirectory("sma-key-").FullName;
        var options = new TestPortalOptions { DataFolder = folder };
        var key = Path.Combine(folder, "ledger-key.pem");
        await using (await TestPortal.StartAsync(options)) { }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }

        await RefusedAsync(
            options with
            {
                Settings = new Dictionary<string, string> { ["Ledger:Origin"] = "another/ledger" },
            },
            "Ledger:Origin"
        );
        var real = await File.ReadAllTextAsync(key);
        using var other = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP256
        );
        await File.WriteAllTextAsync(key, other.ExportPkcs8PrivateKeyPem());
        await RefusedAsync(options, "was not signed with the key");
        File.Delete(key);
        await RefusedAsync(options, "is not there");
        await File.WriteAllTextAsync(key, real);
        await using (await TestPortal.StartAsync(options)) { }

        Directory.Delete(folder, recursive: true);
    }

    // The portal prints the line and ends with code 1; what the test host makes of that is its own business.
    private static async Task RefusedAsync(TestPortalOptions options, string line)
    {
        var error = Console.Error;
        using var printed = new StringWriter();
        Console.SetError(printed);
        try
        {
            await Record.ExceptionAsync(async () =>
                await (await TestPortal.StartAsync(options)).DisposeAsync()
            );
        }
        finally
        {
            Console.SetError(error);
        }

        Assert.Contains(line, printed.ToString(), StringComparison.Ordinal);
    }

    private static async Task SignAllAsync(TestPortal portal, int count)
    {
        foreach (var signer in await portal.ReadySignersAsync(count))
        {
            Assert.NotNull((await portal.SignAsync(signer)).AttestationId);
        }
    }

    private static Task<LedgerVerdict> VerifyAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<LedgerVerification>().VerifyAsync(CancellationToken.None)
        );

    private static string Sentences(LedgerVerdict verdict) =>
        string.Join('\n', verdict.Checks.Select(check => $"{check.Passed} {check.Sentence}"));
}
