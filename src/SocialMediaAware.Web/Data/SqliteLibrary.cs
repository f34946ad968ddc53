using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// Points the SQLite provider at the operating system's own library. Entity Framework asks for SQLitePCLRaw 2.1.13 with a bundled
/// library; only 2.0.6 without one can be had. Delete this file, and the NoWarn beside the packages, once a newer one restores.
/// </summary>
internal static class SqliteLibrary
{
    private const string ImportName = "e_sqlite3";
    private const string ManagedName = "SQLitePCLRaw.core";

    /// <summary>The names under which operating systems keep their SQLite, most specific first.</summary>
    private static string[] Candidates =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib", "libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "Must run before the first connection, whoever opens it."
    )]
    internal static void Load()
    {
        // A lower assembly version is not bound by itself.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == ManagedName
                ? context.LoadFromAssemblyPath(
                    Path.Combine(AppContext.BaseDirectory, ManagedName + ".dll")
                )
                : null;
        SetProvider();
    }

    // A method of its own, so that the assembly is asked for after the handler above is in place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetProvider()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        try
        {
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
        }
        catch (DllNotFoundException)
        {
            // Said at start-up in one line, where the database is opened; PostgreSQL needs no SQLite.
        }
    }

    /// <summary>Whether the operating system has a SQLite that can be loaded.</summary>
    internal static bool IsAvailable =>
        Resolve(ImportName, typeof(SqliteLibrary).Assembly, null) != IntPtr.Zero;

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != ImportName)
        {
            return IntPtr.Zero;
        }

        foreach (var candidate in Candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        return IntPtr.Zero;
    }
}
