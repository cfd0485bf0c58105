using System.CommandLine;
using System.Text;
using System.Text.Json;
using SigHub.Minutes;

namespace SigHub.Cli;

/// <summary>
/// <c>sighub read PATH...</c>: one reading per line, in the order given; a folder stands for the documents below it.
/// Ends with 0 when every document could be read, 1 when one could not, 2 for wrong arguments.
/// </summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Documents, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var pretty = new Option<bool>("--pretty") { Description = "Print readings indented." };
        var command = new Command("read", "Read minutes into records and print them as JSON.") { paths, pretty };
        command.SetAction(given => Run(given.GetRequiredValue(paths), given.GetValue(pretty)));
        return command;
    }

    private static int Run(IEnumerable<string> paths, bool pretty)
    {
        var json = pretty ? ReadingJson.Pretty : ReadingJson.OneLine;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var allRead = true;
        foreach (var document in Documents.Below(paths))
            try
            {
                var reading = MinutesReader.Read(document, File.ReadAllBytes(document));
                output.WriteLine(JsonSerializer.Serialize(reading, json));
            }
            catch (Exception e) when (e is NotMinutes or IOException or UnauthorizedAccessException)
            {
                allRead = false;
                output.WriteLine(JsonSerializer.Serialize(new { document, error = e.Message }, json));
            }
        return allRead ? 0 : 1;
    }
}
