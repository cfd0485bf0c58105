using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Lines;

/// <summary>The sentences of a line, each a line with the same place.</summary>
internal static class Sentences
{
    public static IEnumerable<OutlineLine> Of(OutlineLine line)
    {
        var start = 0;
        for (var end = Next(line, 0); end > 0; end = Next(line, end))
        {
            yield return line.With(line.Kind, line.Text.Slice(start, end), line.Depth);
            start = end;
        }
        yield return start == 0 ? line : line.With(line.Kind, line.Text.From(start), line.Depth);
    }

    /// <summary>The stop behind an initial ends no sentence: "Ada B. Byron".</summary>
    private static int Next(OutlineLine line, int from)
    {
        var text = line.Text.Text;
        var stop = text.IndexOf(". ", from, StringComparison.Ordinal);
        while (stop > 0 && char.IsUpper(text[stop - 1]) && (stop == 1 || !char.IsLetterOrDigit(text[stop - 2])))
            stop = text.IndexOf(". ", stop + 1, StringComparison.Ordinal);
        return stop >= 0 ? stop + 1 : 0;
    }
}
