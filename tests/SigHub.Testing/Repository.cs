namespace SigHub.Testing;

/// <summary>Where things stand in the repository the tests were built from.</summary>
public static class Repository
{
    private static readonly Lazy<string> s_root = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SigHub.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException(
            "The tests run outside the repository: no SigHub.sln above " + AppContext.BaseDirectory
        );
    });

    public static string Root => s_root.Value;

    /// <summary>The build output of a project, in the configuration these tests were built in.</summary>
    public static string Output(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Root, project, "bin", configuration, "net10.0");
    }
}
