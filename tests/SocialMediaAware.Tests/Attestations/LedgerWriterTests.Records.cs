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
    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Record_WhenOneSignatureOfABatchCannotBeKept_KeepsTheOthers(
        TestProvider provider
    )
    {
        await using var portal = await StartAsync(provider);
        var signers = await portal.ReadySignersAsync(8);
        var signatures = await SignaturesAsync(portal, signers);
        // A method that no leaf can hold breaks the shared transaction.
        signatures[3] = signatures[3] with
        {
            AuthenticationMethod = "not allowed",
        };

        var writer = portal.Services.GetRequiredService<LedgerWriter>();
        var outcomes = await Task.WhenAll(
            signatures.Select(signature => writer.RecordAsync(signature, CancellationToken.None))
        );

        Assert.Equal(SigningRefusal.Unavailable, outcomes[3].Refusal);
        Assert.Equal(7, outcomes.Count(outcome => outcome.AttestationId is not null));
        await LedgerIsWholeAsync(portal, 7);
    }

    [Fact]
    public async Task Record_WhenTheSignerGivesUpWaiting_RecordsAllTheSame()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var signers = await portal.ReadySignersAsync(1);
        var signature = (await SignaturesAsync(portal, signers))[0];
        var writer = portal.Services.GetRequiredService<LedgerWriter>();
        // Somebody else is inside the gate, so that the writer has to wait and the signer can leave.
        await portal.WithDatabaseAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            using var patience = new CancellationTokenSource();
            var waiting = writer.RecordAsync(signature, patience.Token);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        });

        await writer.StopAsync(CancellationToken.None);

        Assert.Single(await AttestationsAsync(portal));
    }

    [Fact]
    public async Task Record_WhenThePortalHasStopped_SaysSoInsteadOfFailing()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var signature = (await SignaturesAsync(portal, await portal.ReadySignersAsync(1)))[0];
        var writer = portal.Services.GetRequiredService<LedgerWriter>();
        await writer.StopAsync(CancellationToken.None);

        var outcome = await writer.RecordAsync(signature, CancellationToken.None);

        Assert.Equal(SigningRefusal.Unavailable, outcome.Refusal);
    }

    [Fact]
    public async Task Record_WhenThePersonDeclinedMeanwhile_IsRefused()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var signers = await portal.ReadySignersAsync(1);
        var signature = (await SignaturesAsync(portal, signers))[0];
        await portal.WithDatabaseAsync(async database =>
        {
            (await database.Assignments.SingleAsync()).Decline(portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });

        var outcome = await portal
            .Services.GetRequiredService<LedgerWriter>()
            .RecordAsync(signature, CancellationToken.None);

        Assert.Equal(SigningRefusal.Declined, outcome.Refusal);
        Assert.Empty(await AttestationsAsync(portal));
    }

    [Fact]
    public async Task Record_WhenTheSignatureCountsForAnotherAssignment_EndsThatTooInTheSameTransaction()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var signer = await portal.ReadySignerAsync(agency, programme);
        var today = new DateOnly(2026, 11, 16);
        var soon = await portal.AssignmentAsync(
            signer.Member,
            programme,
            today.AddDays(90),
            today.AddDays(120)
        );
        var later = await portal.AssignmentAsync(
            signer.Member,
            programme,
            today.AddDays(91),
            today.AddDays(120)
        );
        var asksForMore = await portal.AssignmentAsync(
            signer.Member,
            await portal.OnboardingAsync(
                agency,
                "be-social-media-aware",
                "kainga-ora-social-media-guidance"
            )
        );

        var result = await portal.SignAsync(signer);

        var assignments = await portal.WithDatabaseAsync(database =>
            database.Assignments.ToDictionaryAsync(assignment => assignment.Id)
        );
        Assert.NotNull(result.AttestationId);
        Assert.Equal(assignments[signer.Assignment.Id].SignedAt, assignments[soon.Id].SignedAt);
        Assert.NotNull(assignments[soon.Id].SignedAt);
        Assert.Null(assignments[later.Id].SignedAt);
        Assert.Null(assignments[asksForMore.Id].SignedAt);
        Assert.Single(await AttestationsAsync(portal));
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Record_WhenKept_CannotBeChangedOrDeleted(TestProvider provider)
    {
        await using var portal = await StartAsync(provider);
        await portal.SignAsync((await portal.ReadySignersAsync(1))[0]);

        string[] tampering =
        [
            "UPDATE attestations SET typed_name = 'Somebody Else'",
            "DELETE FROM attestations",
            "UPDATE attestation_modules SET minor = 7",
            "DELETE FROM attestation_modules",
            "UPDATE ledger_entries SET leaf = leaf_hash",
            "DELETE FROM ledger_entries",
            "UPDATE audit_entries SET detail = ''",
            "DELETE FROM audit_entries",
        ];
        foreach (var sql in tampering)
        {
            var problem = await Assert.ThrowsAnyAsync<Exception>(() =>
                portal.WithDatabaseAsync(async database =>
                {
                    await using var transaction = await database.Database.BeginTransactionAsync();
                    await database.Database.ExecuteSqlRawAsync(sql);
                })
            );
            Assert.Contains(AppendOnly.Refusal, problem.Message, StringComparison.Ordinal);
        }
    }
}
