using System.Collections.Concurrent;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using SigHub.Minutes;

namespace SigHub.Cli;

/// <summary>
/// <c>sighub read PATH...</c>: one reading per line, in the order given; a folder stands for the documents below it. All cores
/// read; what cannot be read stops nothing else. Ends with 0 when every document could be read, 1 when one could not, 2 for
/// wrong arguments.
/// </summary>
internal static class ReadCommand
{
    private static readonly string Help = $"""
        Reads minutes, group pages and roadmaps into records.

        Prints one reading per line, as JSON, in the order given: who was there, what was on the agenda, what was
        decided, who owes what, each with the lines it comes from. A folder stands for every document below it
        ({Documents.KindsInWords}), in path order.

        A document that cannot be read prints its error as {"{"}"document", "error"{"}"} and says so on standard error.
        Exit code: 0 all could be read, 1 one could not, 2 wrong arguments.

        Examples:
          sighub read minutes/2024-05-01.md --pretty
          sighub read minutes/2024-05-01.md --explain
          sighub read minutes > readings.jsonl
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Documents, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var pretty = new Option<bool>("--pretty") { Description = "Print readings indented." };
        var explain = new Option<bool>("--explain")
        {
            Description = "Print each line with what it was taken for and by which rule, instead of JSON.",
        };
        var command = new Command("read", Help) { paths, pretty, explain };
        command.SetAction(given => Run(given.GetRequiredValue(paths), given.GetValue(pretty), given.GetValue(explain)));
        return command;
    }

    private static int Run(IEnumerable<string> paths, bool pretty, bool explain)
    {
        var json = pretty ? ReadingJson.Pretty : ReadingJson.OneLine;
        var documents = Documents.Below(paths);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        using var progress = new Progress(documents.Count);
        // In small portions, so that no core waits for the long documents of another, and those in front come out first.
        var results = Partitioner
            .Create(documents.ToList(), loadBalance: true)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(document => explain ? Explained(document) : Read(document, json));
        var unread = new List<string>();
        foreach (var (text, error) in results)
        {
            output.WriteLine(text);
            progress.OneMore();
            if (error is not null)
                unread.Add(error);
        }
        progress.Dispose();
        output.Flush();
        if (documents.Count == 0)
            Console.Error.WriteLine($"sighub: there are no documents here ({Documents.KindsInWords}).");
        foreach (var error in unread)
            Console.Error.WriteLine("sighub: " + error);
        return unread.Count > 0 ? 1 : 0;
    }

    private static (string Text, string? Error) Read(string document, JsonSerializerOptions json)
    {
        try
        {
            var reading = MinutesReader.Read(document, File.ReadAllBytes(document));
            return (JsonSerializer.Serialize(reading, json), null);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return (JsonSerializer.Serialize(new { document, error = e.Message }, json), $"{document}: {e.Message}");
        }
    }

    private static (string Text, string? Error) Explained(string document)
    {
        try
        {
            return (ExplainedText.Of(MinutesReader.Explain(document, File.ReadAllBytes(document))), null);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return ("", $"{document}: {e.Message}");
        }
    }

    public static bool IsUnreadable(Exception e) => e is NotMinutes or IOException or UnauthorizedAccessException;
}
