using FsCheck;
using FsCheck.Fluent;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class AttestationLeafTests
{
    // Made by a few lines in another language from the description in the documentation of AttestationLeaf.
    private const string KnownLeaf =
        "01010ca7eb16aeef46b93c37543d368740c1416cfa19666a4b74316e1d6a09801f39000000020000000c736f6369616c2d6d6564"
        + "69610000000200000001ca0df2c95aa144c1d0ff2ff3c8f967fdc1de9ef0c4120b3726416701b519d61900000005676966747300"
        + "0000010000000029c1b289e7522195b362e44f54e05470b69ad20540ab60a18a05e5bf6951f13d080dc6eb89fa341c29315af0a4"
        + "49189608bd97ab34cf35b5d2459c0ed980b416e5e528d3951a4e0903c7f8c0220832e14174c0311f259f9bcd6e7798d0d2d92800"
        + "065ca92067270000000007706173736b6579";

    private static readonly UtcInstant Instant = UtcInstant.Parse("2026-09-30T01:22:03.123456Z");
    private static readonly TreeHash SomeHash = TreeHash.Sha256Of("h"u8);

    [Fact]
    public void Leaf_WhenMadeFromKnownValues_HasTheKnownBytes()
    {
        var salt = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        var id = Guid.Parse("0198f3a2-7b1c-7def-8123-456789abcdef");
        PassedAttempt[] attempts =
        [
            Attempt("social-media", 2, 1, Instant, ("a-like", "a"), ("a-friend", "b")),
            Attempt(
                "gifts",
                1,
                0,
                UtcInstant.FromMicroseconds(Instant.MicrosecondsSinceEpoch + 1),
                ("the-hamper", "c")
            ),
        ];
        var leaf = new AttestationLeaf(
            PersonCommitment.Of(salt, id, "Hēmi Ngāta"),
            [
                new LeafModule("social-media", 2, 1, TreeHash.Sha256Of("m1"u8)),
                new LeafModule("gifts", 1, 0, TreeHash.Sha256Of("m2"u8)),
            ],
            StatementHash.Of("I have read and understood Ngā kawa 2.1 and agree to abide by them."),
            QuizEvidence.Hash(attempts),
            Instant,
            "passkey"
        );
        Assert.Equal(KnownLeaf, Convert.ToHexStringLower(leaf.Encode()));
        Assert.Equal(QuizEvidence.Hash(attempts), QuizEvidence.Hash(attempts.Reverse()));
        Assert.Equal(
            "b19033aa695fb25900885a97025a3943f7837882c1ef316a11d5fbc2dbd70b09",
            QuizEvidence.Hash([]).ToHex()
        );
    }

    [Fact]
    public void Leaf_WhenEncodedAndDecoded_HoldsTheSameValues()
    {
        var leaf = AttestationLeaf.Decode(Convert.FromHexString(KnownLeaf));
        Assert.Equal(KnownLeaf, Convert.ToHexStringLower(leaf.Encode()));
        Assert.Equal(["social-media", "gifts"], leaf.Modules.Select(module => module.Slug));
        Assert.Equal((2, 1), (leaf.Modules[0].Major, leaf.Modules[0].Minor));
        Assert.Equal(TreeHash.Sha256Of("m2"u8), leaf.Modules[1].ContentHash);
        Assert.Equal((Instant, "passkey"), (leaf.SignedAt, leaf.AuthenticationMethod));
        Assert.Equal(LedgerEntryKind.Attestation, AttestationLeaf.KindOf(leaf.Encode()));
    }

    [Fact]
    public void Decode_WhenBytesAreAlteredAtRandom_GivesTheSameBytesOrIsRefused()
    {
        var known = Convert.FromHexString(KnownLeaf);
        var alterations =
            from at in Gen.Choose(0, known.Length - 1)
            from value in Gen.Choose(0, 255)
            from lengthening in Gen.Choose(-3, 3)
            select (at, value, lengthening);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(
                alterations.ToArbitrary(),
                drawn =>
                {
                    var (at, value, lengthening) = drawn;
                    byte[] altered = [.. known, .. new byte[Math.Max(0, lengthening)]];
                    altered[at] = (byte)value;
                    altered = altered[..(known.Length + lengthening)];
                    return StaysTheSame(altered);
                }
            )
        );
    }

    [Fact]
    public void Decode_WhenTheLeafIsCutOffOrLengthened_IsRefused()
    {
        var known = Convert.FromHexString(KnownLeaf);
        for (var length = 0; length < known.Length; length++)
        {
            Assert.Throws<EvidenceFormatException>(() =>
                AttestationLeaf.Decode(known.AsSpan(0, length))
            );
        }

        Assert.Throws<EvidenceFormatException>(() => AttestationLeaf.Decode([.. known, 0]));
        Assert.Throws<EvidenceFormatException>(() =>
            AttestationLeaf.Decode(new byte[AttestationLeaf.MaximumLength + 1])
        );
    }

    [Theory]
    [InlineData(0, 0)] // version
    [InlineData(0, 2)]
    [InlineData(1, 0)] // kind
    [InlineData(1, 2)]
    [InlineData(1, 3)]
    [InlineData(1, 255)]
    [InlineData(34, 0x80)] // number of modules
    [InlineData(34, 0x7f)]
    [InlineData(38, 0xff)] // length of a slug
    [InlineData(42, 0x20)] // a character of a slug
    [InlineData(42, 0xc4)]
    [InlineData(54, 0xff)] // a major version
    [InlineData(207, 0xff)] // the instant
    public void Decode_WhenAValueIsNotAllowed_IsRefused(int at, int value)
    {
        var bytes = Convert.FromHexString(KnownLeaf);
        Assert.NotEqual(value, bytes[at]);
        bytes[at] = (byte)value;
        Assert.Throws<EvidenceFormatException>(() => AttestationLeaf.Decode(bytes));
    }

    [Fact]
    public void Leaf_WhenAValueCannotBeHeld_IsRefused()
    {
        LeafModule fine = new("gifts", 1, 0, SomeHash);
        Assert.NotEmpty(Leaf([fine]).Encode());
        Assert.Throws<EvidenceFormatException>(() => Leaf([]));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine, fine with { Minor = 1 }]));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine with { Slug = "" }]));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine with { Slug = "tikanga-māori" }]));
        Assert.Throws<EvidenceFormatException>(() =>
            Leaf([fine with { Slug = new string('x', 101) }])
        );
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine with { Major = -1 }]));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine with { Minor = -1 }]));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine], ""));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine], "by hand"));
        Assert.Throws<EvidenceFormatException>(() => Leaf([fine], new string('x', 33)));
    }

    [Fact]
    public void Leaf_WhenItIsAsLargeAsItMayBe_CanBeRead()
    {
        var modules = Enumerable
            .Range(0, AttestationLeaf.MaximumModules)
            .Select(i => new LeafModule($"{i:D100}", int.MaxValue, int.MaxValue, SomeHash))
            .ToList();
        var bytes = Leaf(modules, new string('x', AttestationLeaf.MaximumMethodLength)).Encode();
        Assert.Equal(bytes, AttestationLeaf.Decode(bytes).Encode());
        Assert.Throws<EvidenceFormatException>(() =>
            Leaf([.. modules, new LeafModule("one-more", 1, 0, SomeHash)])
        );
    }

    private static AttestationLeaf Leaf(
        IReadOnlyList<LeafModule> modules,
        string method = "password"
    ) => new(SomeHash, modules, SomeHash, SomeHash, Instant, method);

    private static PassedAttempt Attempt(
        string module,
        int major,
        int minor,
        UtcInstant passedAt,
        params (string Slug, string Content)[] scenarios
    ) =>
        new(
            module,
            major,
            minor,
            [
                .. scenarios.Select(it => new DrawnScenario(
                    it.Slug,
                    TreeHash.Sha256Of(System.Text.Encoding.UTF8.GetBytes(it.Content))
                )),
            ],
            passedAt
        );

    private static bool StaysTheSame(byte[] bytes)
    {
        try
        {
            return AttestationLeaf.Decode(bytes).Encode().SequenceEqual(bytes);
        }
        catch (EvidenceFormatException)
        {
            return true;
        }
    }
}
