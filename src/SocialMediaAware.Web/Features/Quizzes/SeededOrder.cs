using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>An order that looks random and comes out the same for the same seed, whatever the machine and the order of the input.</summary>
internal static class SeededOrder
{
    /// <summary>What to sort a thing by.</summary>
    public static ulong Of(long seed, string name)
    {
        var text = Encoding.UTF8.GetBytes($"{seed}/{name}");
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(text));
    }
}
