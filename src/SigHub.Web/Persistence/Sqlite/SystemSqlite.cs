using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace SigHub.Web.Persistence.Sqlite;

/// <summary>
/// Lets EF Core's SQLite provider run where only SQLitePCLRaw 2.0 can be restored: an assembly reference to a newer
/// version is answered with the one at hand, and the native library is the system's when that is 3.38 or newer, else the
/// bundled one. Does nothing where the version EF asks for is restored.
/// </summary>
public static class SystemSqlite
{
    private const string Bundled = "e_sqlite3";
    private const int Version3_38 = 3_038_000;

    private static readonly string[] s_systemNames = ["libsqlite3.so.0", "libsqlite3.dylib", "sqlite3"];

    private static readonly Lock s_once = new();
    private static bool s_isUsed;

    /// <summary>Call once, before the first SQLite connection; further calls do nothing.</summary>
    public static void Use()
    {
        lock (s_once)
        {
            if (s_isUsed)
                return;
            Prepare();
            s_isUsed = true;
        }
    }

    private static void Prepare()
    {
        AssemblyLoadContext.Default.Resolving += AnswerWithTheVersionAtHand;

        var provider = Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
        if (provider.GetName().Version >= new Version(2, 1))
            return;

        NativeLibrary.SetDllImportResolver(
            provider,
            (name, assembly, _) =>
                name == Bundled && System() is { } system
                    ? system
                    : NativeLibrary.Load(name, assembly, DllImportSearchPath.AssemblyDirectory)
        );
    }

    private static Assembly? AnswerWithTheVersionAtHand(AssemblyLoadContext context, AssemblyName wanted) =>
        wanted is { Name: { } name, Version: not null } && name.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal)
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            : null;

    private static nint? System()
    {
        foreach (var name in s_systemNames)
        {
            if (!NativeLibrary.TryLoad(name, out var library))
                continue;
            if (IsRecentEnough(library))
                return library;
            NativeLibrary.Free(library);
        }

        return null;
    }

    private static bool IsRecentEnough(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var address)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(address)() >= Version3_38;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
