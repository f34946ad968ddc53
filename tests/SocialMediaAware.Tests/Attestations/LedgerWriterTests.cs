using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Attestations;

public sealed partial class LedgerWriterTests
{
    private const int Many = 64;

    public static TheoryData<TestProvider> BothDatabases =>
        new() { TestProvider.Sqlite, TestProvider.PostgreSql };

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Sign_WhenSixtyFourIdenticalSignaturesArriveAtOnce_MakesOneRecord(
        TestProvider provider
    )
    {
        await using var portal = await StartAsync(provider);
        var agency = await portal.AgencyAsync();
        var signer = await portal.ReadySignerAsync(agency, await portal.OnboardingAsync(agency));

        var results = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(_ => Task.Run(() => portal.SignAsync(signer)))
        );

        var attestation = Assert.Single(await AttestationsAsync(portal));
        Assert.All(results, result => Assert.Equal(attestation.Id, result.AttestationId));
        await LedgerIsWholeAsync(portal, 1);
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Sign_WhenSixtyFourPeopleSignAtOnce_GivesEachANumberWithoutAGap(
        TestProvider provider
    )
    {
        await using var portal = await StartAsync(provider);
        var signers = await portal.ReadySignersAsync(Many);

        var results = await Task.WhenAll(
            signers.Select(signer => Task.Run(() => portal.SignAsync(signer)))
        );

        Assert.All(results, result => Assert.NotNull(result.AttestationId));
        await LedgerIsWholeAsync(portal, Many);
        await EveryReceiptVerifiesAsync(portal);
    }

    [Fact]
    public async Task Sign_WhenTwoReplicasWriteAtOnce_KeepsOneLedger()
    {
        await using var server = await PostgresDatabase.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("sma-replicas-").FullName;
        var options = new TestPortalOptions
        {
            Provider = TestProvider.PostgreSql,
            ConnectionString = server.ConnectionString,
            DataFolder = folder,
        };
        await using var first = await TestPortal.StartAsync(options);
        await using var second = await TestPortal.StartAsync(options);
        var signers = await first.ReadySignersAsync(Many);

        // Half of the people sign at each replica, and each of them at both.
        var results = await Task.WhenAll(
            signers.SelectMany(signer =>
                new[] { first, second }.Select(portal => Task.Run(() => portal.SignAsync(signer)))
            )
        );

        Assert.All(results, result => Assert.NotNull(result.AttestationId));
        Assert.Equal(Many, results.Select(result => result.AttestationId).Distinct().Count());
        await LedgerIsWholeAsync(second, Many);
        await EveryReceiptVerifiesAsync(first);
        Directory.Delete(folder, recursive: true);
    }

    private static Task<TestPortal> StartAsync(TestProvider provider) =>
        TestPortal.StartAsync(new TestPortalOptions { Provider = provider });

    private static Task<List<Attestation>> AttestationsAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(database =>
            database.Attestations.AsNoTracking().Include(each => each.Modules).ToListAsync()
        );

    private static async Task<Signature[]> SignaturesAsync(
        TestPortal portal,
        IReadOnlyList<Signer> signers
    )
    {
        var signatures = new List<Signature>();
        foreach (var signer in signers)
        {
            var sheet = await portal.WithAsync(services =>
                services
                    .GetRequiredService<SigningSheets>()
                    .ReadAsync(signer.Member.PersonId, signer.Assignment.Id, CancellationToken.None)
            );
            var request = new SigningRequest
            {
                AssignmentId = signer.Assignment.Id,
                PersonId = signer.Member.PersonId,
                AccountId = signer.Member.AccountId,
                AuthenticationMethod = "password",
                ShownToken = sheet!.Token,
                IsDeclared = true,
                TypedName = signer.Member.Name,
            };
            signatures.Add(sheet.SignedBy(request, portal.Clock.GetUtcNow()));
        }

        return [.. signatures];
    }

    // Everything recomputed from the leaves alone.
    private static async Task LedgerIsWholeAsync(TestPortal portal, int size)
    {
        var entries = await portal.WithDatabaseAsync(database =>
            database.LedgerEntries.OrderBy(entry => entry.Index).ToListAsync()
        );
        var head = await portal.WithDatabaseAsync(database => database.LedgerHeads.SingleAsync());
        var attestations = await AttestationsAsync(portal);
        Assert.Equal(
            Enumerable.Range(0, size).Select(index => (long)index),
            entries.Select(entry => entry.Index)
        );
        Assert.Equal(
            entries.Select(entry => Convert.ToHexString(entry.Leaf)),
            attestations
                .OrderBy(attestation => attestation.LedgerIndex)
                .Select(attestation => Convert.ToHexString(attestation.ToLeaf().Encode()))
        );
        var tree = new CompactRange();
        foreach (var entry in entries)
        {
            tree.Append(MerkleTree.LeafHash(entry.Leaf));
        }

        var note = SignedNote.Parse(head.Checkpoint);
        var checkpoint = Checkpoint.Parse(note.Text);
        Assert.True(
            note.IsSignedBy(portal.Services.GetRequiredService<LedgerKey>().VerificationKey)
        );
        Assert.Equal((size, tree.Root()), (checkpoint.Size, checkpoint.Root));
        Assert.Equal(size, head.Size);
    }

    private static async Task EveryReceiptVerifiesAsync(TestPortal portal)
    {
        foreach (var attestation in await AttestationsAsync(portal))
        {
            var receipt = await portal.WithAsync(services =>
                services
                    .GetRequiredService<Receipts>()
                    .ReadAsync(attestation.Id, CancellationToken.None)
            );
            Assert.True(receipt!.Verdict.IsVerified, receipt.Verdict.ToString());
            Assert.Equal(attestation.LedgerIndex, receipt.Receipt.Index);
        }
    }
}
