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

    private static int Next(OutlineLine line, int from) =>
        line.Text.Text.IndexOf(". ", from, StringComparison.Ordinal) is >= 0 and var stop ? stop + 1 : 0;
}
