using System.CommandLine;
using System.Text;
using SigHub.Minutes;

namespace SigHub.Cli;

/// <summary>
/// <c>sighub write PATH...</c>: reads minutes and prints them again in one house's style. Ends with 0 when all could be
/// written, 1 when something could not, 2 for wrong arguments.
/// </summary>
internal static class WriteCommand
{
    private const string Help = """
        Reads minutes and writes them again in the style of a house.

        What is written reads back as the same records; minutes that would not are left out, with the reason on
        standard error. Exit code: 0 all was written, 1 something was not, 2 wrong arguments.

        Examples:
          sighub write pad-export.txt > 2024-05-01.md
          sighub write old/log.md --as rocky
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Documents, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var style = new Option<string>("--as")
        {
            Description = "Whose style to write in.",
            DefaultValueFactory = _ => Dialect.SigHub.Name,
        };
        style.AcceptOnlyFromAmong([.. Dialect.All.Select(dialect => dialect.Name)]);
        var command = new Command("write", Help) { paths, style };
        command.SetAction(given =>
            Run(given.GetRequiredValue(paths), Dialect.All.First(each => each.Name == given.GetRequiredValue(style)))
        );
        return command;
    }

    private static int Run(IEnumerable<string> paths, Dialect dialect)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var (isFirst, allWritten) = (true, true);
        foreach (var document in Documents.Below(paths))
        foreach (var (text, error) in Written(document, dialect))
        {
            if (error is not null)
            {
                allWritten = false;
                Console.Error.WriteLine($"sighub: {document}: {error}");
                continue;
            }
            output.Write((isFirst ? "" : "\n") + text);
            isFirst = false;
        }
        return allWritten ? 0 : 1;
    }

    /// <summary>Each day that the document tells of, or why it cannot be had.</summary>
    private static IEnumerable<(string? Text, string? Error)> Written(string document, Dialect dialect)
    {
        try
        {
            return DayOfMinutes
                .In(MinutesReader.Read(document, File.ReadAllBytes(document)))
                .Select(day => Written(day, dialect));
        }
        catch (Exception e) when (ReadCommand.IsUnreadable(e))
        {
            return [(null, e.Message)];
        }
    }

    private static (string? Text, string? Error) Written(DayOfMinutes day, Dialect dialect)
    {
        try
        {
            return (MinutesWriter.Write(day, dialect), null);
        }
        catch (CannotBeWritten e)
        {
            return (null, e.Message);
        }
    }
}
