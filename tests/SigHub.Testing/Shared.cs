namespace SigHub.Testing;

/// <summary>
/// Public documents that are not part of the repository: in the folder that <c>SIGHUB_SHARED</c> names, else in
/// <c>../shared</c> beside the repository.
/// </summary>
public static class Shared
{
    /// <summary>The path of something in there; null when nobody named a folder and there is none.</summary>
    /// <exception cref="DirectoryNotFoundException">SIGHUB_SHARED names a folder that is not there.</exception>
    public static string? Find(string name)
    {
        var chosen = Environment.GetEnvironmentVariable("SIGHUB_SHARED");
        var path = Path.Combine(
            string.IsNullOrEmpty(chosen) ? Path.Combine(Repository.Root, "..", "shared") : chosen,
            name
        );
        if (Path.Exists(path))
            return Path.GetFullPath(path);
        return string.IsNullOrEmpty(chosen)
            ? null
            : throw new DirectoryNotFoundException($"SIGHUB_SHARED has no {name}: {path}");
    }
}
