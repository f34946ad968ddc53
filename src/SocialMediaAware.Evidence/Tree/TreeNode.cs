using System.Runtime.InteropServices;

namespace SocialMediaAware.Evidence;

/// <summary>
/// The place of a complete subtree: the one over the leaves from <c>Index·2^Level</c> up to, not including, <c>(Index+1)·2^Level</c>.
/// </summary>
/// <param name="Level">The height: 0 is a leaf, 1 a pair of leaves.</param>
/// <param name="Index">How many subtrees of this height lie to its left; at level 0, the leaf's number from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreePosition(int Level, long Index);

/// <summary>A complete subtree's hash with its place. Once complete, it never changes.</summary>
/// <param name="Level">The height: 0 is a leaf, 1 a pair of leaves.</param>
/// <param name="Index">How many subtrees of this height lie to its left.</param>
/// <param name="Hash">The hash of the subtree's root.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreeNode(int Level, long Index, TreeHash Hash)
{
    /// <summary>The place without the hash.</summary>
    public TreePosition Position => new(Level, Index);
}
