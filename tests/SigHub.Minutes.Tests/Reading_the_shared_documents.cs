using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SigHub.Minutes.Tests;

/// <summary>
/// Real documents with hand-made labels, kept outside the repository: beside it in <c>../shared</c>, or where
/// <c>SIGHUB_SHARED</c> says.
/// </summary>
public sealed class Reading_the_shared_documents
{
    private static readonly Dictionary<string, double> Floors = new(StringComparer.Ordinal)
    {
        ["meetings"] = 1,
        ["attendees"] = 0.99,
        ["actions"] = 0.97,
        ["decisions"] = 0.85,
        ["agenda"] = 0.85,
        ["members"] = 1,
        ["series"] = 1,
        ["milestones"] = 1,
        ["kind"] = 1,
        ["group"] = 1,
        ["affiliation"] = 0.97,
        ["presence"] = 0.99,
        ["owners"] = 0.95,
        ["resolved owners"] = 0.95,
        ["status"] = 0.98,
        ["text"] = 0.98,
        ["places"] = 0.98,
    };

    [Fact]
    public void The_seeds_are_read_without_a_mistake()
    {
        foreach (var (name, figure) in Scores("seeds").Where(score => score.Key != "implied"))
            figure.ShouldBe(1, name);
    }

    [Fact]
    public void The_corpus_is_read_as_well_as_promised()
    {
        var scores = Scores("corpus");
        foreach (var (name, floor) in Floors)
            scores[name].ShouldBeGreaterThanOrEqualTo(floor, name);
    }

    private static Dictionary<string, double> Scores(string set)
    {
        var shared = Shared();
        var readings = Path.Combine(Path.GetTempPath(), $"readings-{Guid.NewGuid():N}.jsonl");
        try
        {
            var documents = Directory
                .EnumerateFiles(Path.Combine(shared, set), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".md" or ".txt")
                .Order(StringComparer.Ordinal);
            File.WriteAllLines(
                readings,
                documents.Select(file =>
                    JsonSerializer.Serialize(MinutesReader.Read(file, File.ReadAllBytes(file)), ReadingJson.OneLine)
                )
            );
            return Score(shared, set, readings);
        }
        finally
        {
            File.Delete(readings);
        }
    }

    private static Dictionary<string, double> Score(string shared, string set, string readings)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(shared, "tools", "score-readings"),
                    Path.Combine(shared, "gold", set),
                    readings,
                    $"--sources={Path.Combine(shared, set)}",
                    "--json",
                ]
        )
            start.ArgumentList.Add(argument);
        string output;
        try
        {
            using var python = Process.Start(start)!;
            output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception reason)
        {
            const string Missing = "python3, which runs the scoring, is not installed.";
            if (Named is not null)
                throw new InvalidOperationException($"SIGHUB_SHARED is set, and {Missing}", reason);
            Assert.Skip(Missing);
            throw;
        }
        using var scores = JsonDocument.Parse(output);
        var facets = scores
            .RootElement.GetProperty("facets")
            .EnumerateObject()
            .ToDictionary(facet => facet.Name, facet => facet.Value.GetProperty("f1").GetDouble());
        foreach (var check in scores.RootElement.GetProperty("checks").EnumerateObject())
            facets[check.Name] = check.Value.GetProperty("of").GetInt32() is > 0 and var of
                ? (double)check.Value.GetProperty("right").GetInt32() / of
                : 1;
        return facets;
    }

    /// <summary>The folder that SIGHUB_SHARED names: whoever sets it wants the documents scored, not skipped.</summary>
    private static string? Named =>
        Environment.GetEnvironmentVariable("SIGHUB_SHARED") is { Length: > 0 } named ? named : null;

    private static string Shared()
    {
        if (Named is { } named)
            return Directory.Exists(named)
                ? named
                : throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"SIGHUB_SHARED names {named}, which does not exist.")
                );
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SigHub.sln")))
            {
                var shared = Path.Combine(folder.FullName, "..", "shared");
                Assert.SkipUnless(
                    Directory.Exists(shared),
                    "No shared documents beside the repository, and SIGHUB_SHARED is not set."
                );
                return Path.GetFullPath(shared);
            }
        Assert.Skip("Not run from within the repository.");
        return "";
    }
}
