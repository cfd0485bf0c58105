using System.Globalization;
using System.Text;

namespace SigHub.Minutes.Bench;

/// <summary>What is measured: public minutes where they lie beside the repository, else invented ones.</summary>
internal static class Texts
{
    private static readonly string[] Names = ["Ada Byron", "Grace Hill", "Tim Moss", "Nina Sol", "Omar Reed", "Li Wei"];

    /// <summary>The documents below <c>SIGHUB_SHARED</c>, or <c>../shared</c> beside the repository, where there are any.</summary>
    public static IReadOnlyList<string> Corpus()
    {
        var folder = Shared();
        return folder is null
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Where(file => Path.GetExtension(file) is ".md" or ".txt")
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllText),
            ];
    }

    /// <summary>A log of meetings as long as asked, newest first.</summary>
    public static string Log(int length)
    {
        var log = new StringBuilder("# Widgets SIG meeting notes\n\n");
        for (var week = 0; log.Length < length; week++)
            Append(log, week);
        return log.ToString();
    }

    private static void Append(StringBuilder log, int week)
    {
        var day = new DateOnly(2025, 12, 18).AddDays(-7 * (week % 900));
        string Name(int i) => Names[(week + i) % Names.Length];
        log.Append(CultureInfo.InvariantCulture, $"## {day:yyyy-MM-dd}\n\n### Attendees\n\n");
        for (var i = 0; i < 5; i++)
            log.Append(CultureInfo.InvariantCulture, $"* {Name(i)} (Acme)\n");
        log.Append(
            CultureInfo.InvariantCulture,
            $"""

            ### Notes

            * {Name(1)} showed the new builds for [arm](https://example.org/builds/{week})
              * they are slower than last week, nobody knows why
              * {Name(2)} will look at the *cache* and the **mirrors**
            * The release is late; we talked about what to leave out and did not agree on anything. It stays on the
              agenda for next week.

            ### Action items

            * [ ] {Name(3)} to write the docs of the installer
            * [x] {Name(4)}: ask the board about the budget - Done, waiting for an answer
            * Find a venue for the summit by Friday - {Name(0)}


            """
        );
    }

    private static string? Shared()
    {
        if (Environment.GetEnvironmentVariable("SIGHUB_SHARED") is { Length: > 0 } named)
            return Path.Combine(named, "corpus");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SigHub.sln")))
                return Path.Combine(folder.FullName, "..", "shared", "corpus") is var beside && Directory.Exists(beside)
                    ? beside
                    : null;
        return null;
    }
}
