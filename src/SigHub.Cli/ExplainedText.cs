using System.Globalization;
using System.Text;
using SigHub.Minutes;

namespace SigHub.Cli;

/// <summary>An explanation in columns: line, what it was taken for, by which rules, the line itself. Colour on a terminal only.</summary>
internal static class ExplainedText
{
    private const int TakenForWidth = 46;
    private const int RulesWidth = 44;
    private const string Bold = "\e[1m";
    private const string Dim = "\e[2m";
    private const string Plain = "\e[0m";

    public static string Of(Explanation explanation)
    {
        var hasColour =
            !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var text = new StringBuilder();
        text.Append(hasColour ? Bold : "").Append(explanation.Reading.Document).Append(hasColour ? Plain : "");
        foreach (var line in explanation.Lines)
            Write(text.Append('\n'), line, hasColour);
        return text.ToString();
    }

    private static void Write(StringBuilder text, ExplainedLine line, bool hasColour)
    {
        var colour =
            !hasColour ? ""
            : line.IsRecord ? Bold
            : Dim;
        var takenFor = Wrapped(line.TakenFor ?? "", TakenForWidth);
        var rules = Wrapped(string.Join(", ", line.Rules), RulesWidth);
        for (var row = 0; row < Math.Max(1, Math.Max(takenFor.Count, rules.Count)); row++)
        {
            var number = row == 0 ? line.Number.ToString(CultureInfo.InvariantCulture) : "";
            var left = takenFor.ElementAtOrDefault(row) ?? "";
            var middle = rules.ElementAtOrDefault(row) ?? "";
            var right = row == 0 ? line.Text.Replace('\t', ' ') : "";
            var columns =
                $"{number, 5}  {colour}{left, -TakenForWidth}{(hasColour ? Plain : "")}  {middle, -RulesWidth}  ";
            text.Append(row == 0 ? "" : "\n").Append((columns + right).TrimEnd());
        }
    }

    private static List<string> Wrapped(string words, int width)
    {
        var rows = new List<string>();
        var row = "";
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (row.Length == 0)
                row = word;
            else if (row.Length + 1 + word.Length <= width)
                row += " " + word;
            else
            {
                rows.Add(row);
                row = word;
            }
        if (row.Length > 0)
            rows.Add(row);
        return rows;
    }
}
