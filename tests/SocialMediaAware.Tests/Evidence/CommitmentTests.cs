using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class CommitmentTests
{
    private static readonly byte[] Salt = PersonCommitment.NewSalt();
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly TreeHash Hash = TreeHash.Sha256Of("h"u8);
    private static readonly UtcInstant Instant = UtcInstant.FromMicroseconds(1);

    [Fact]
    public void Commitment_WhenSaltPersonOrNameDiffer_Differs()
    {
        var commitment = PersonCommitment.Of(Salt, Person, "Hēmi");
        Assert.NotEqual(
            commitment,
            PersonCommitment.Of(PersonCommitment.NewSalt(), Person, "Hēmi")
        );
        Assert.NotEqual(commitment, PersonCommitment.Of(Salt, Guid.CreateVersion7(), "Hēmi"));
        Assert.NotEqual(commitment, PersonCommitment.Of(Salt, Person, "Hemi"));
        Assert.NotEqual(commitment, PersonCommitment.Of(Salt, Person, "Hēmi "));
    }

    [Fact]
    public void Hashes_WhenAMacronIsComposedOrNot_AreTheSame()
    {
        Assert.Equal(
            PersonCommitment.Of(Salt, Person, "H\u0113mi"),
            PersonCommitment.Of(Salt, Person, "He\u0304mi")
        );
        Assert.Equal(StatementHash.Of("H\u0113mi"), StatementHash.Of("He\u0304mi"));
        Assert.NotEqual(StatementHash.Of("Hēmi"), StatementHash.Of("Hēmi\n"));
    }

    [Fact]
    public void Hashes_WhenATextIsNotWellFormed_AreRefused()
    {
        Assert.Throws<EvidenceFormatException>(() => PersonCommitment.Of(Salt, Person, "\ud800"));
        Assert.Throws<EvidenceFormatException>(() => StatementHash.Of("\udc00"));
        Assert.Throws<EvidenceFormatException>(() =>
            PersonCommitment.Of(Salt.AsSpan(1), Person, "Hēmi")
        );
    }

    [Fact]
    public void QuizEvidence_WhenAnythingDiffers_Differs()
    {
        PassedAttempt attempt = new("gifts", 1, 0, [new("a", Hash), new("b", Hash)], Instant);
        PassedAttempt[] others =
        [
            attempt with
            {
                ModuleSlug = "gift",
            },
            attempt with
            {
                Major = 2,
            },
            attempt with
            {
                Minor = 1,
            },
            attempt with
            {
                PassedAt = UtcInstant.FromMicroseconds(2),
            },
            attempt with
            {
                Scenarios = [new("b", Hash), new("a", Hash)],
            },
            attempt with
            {
                Scenarios = [new("a", Hash)],
            },
            attempt with
            {
                Scenarios = [new("a", Hash), new("b", TreeHash.Sha256Of([]))],
            },
        ];
        var hashes = others.Prepend(attempt).Select(it => QuizEvidence.Hash([it])).ToList();
        hashes.Add(QuizEvidence.Hash([]));
        hashes.Add(QuizEvidence.Hash([attempt, attempt]));
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void Instant_WhenItIsFinerThanAMicrosecond_IsRoundedDownAndKept()
    {
        var instant = new DateTimeOffset(2026, 9, 30, 14, 22, 3, TimeSpan.FromHours(13)).AddTicks(
            1_234_567
        );
        var kept = UtcInstant.RoundedDown(instant);
        Assert.Equal("2026-09-30T01:22:03.123456Z", kept.ToText());
        Assert.Equal(kept, UtcInstant.Parse(kept.ToText()));
        Assert.Equal(kept, UtcInstant.RoundedDown(kept.ToDateTimeOffset()));
        Assert.Equal(TimeSpan.Zero, kept.ToDateTimeOffset().Offset);
        Assert.Equal(
            "9999-12-31T23:59:59.999999Z",
            UtcInstant.RoundedDown(DateTimeOffset.MaxValue).ToText()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-09-30")]
    [InlineData("2026-09-30T01:22:03Z")]
    [InlineData("2026-09-30T01:22:03.1234567Z")]
    [InlineData("2026-09-30T01:22:03.123456")]
    [InlineData("2026-09-30T01:22:03.123456+00:00")]
    [InlineData("2026-09-31T01:22:03.123456Z")]
    [InlineData(" 2026-09-30T01:22:03.123456Z")]
    [InlineData("1969-12-31T23:59:59.999999Z")]
    public void Instant_WhenItIsWrittenOtherwise_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => UtcInstant.Parse(text));
}
