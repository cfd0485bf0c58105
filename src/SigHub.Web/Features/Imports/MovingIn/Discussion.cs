namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>
/// What of a meeting's notes, or of a group's page, is worth keeping as its text: without the document's title, without lines
/// that are told elsewhere, and without the headings and table heads under which nothing is left since their lines became
/// records. The whole document is kept as its source.
/// </summary>
public static class Discussion
{
    /// <param name="toldElsewhere">Texts of records that stand among the notes too, such as a group's goals.</param>
    public static string Of(string? notes, string? title, params IEnumerable<string> toldElsewhere)
    {
        var told = toldElsewhere.Select(SameWords.Fold).ToHashSet();
        var lines = (notes ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => !told.Contains(SameWords.Fold(line)))
            .ToArray();
        var kept = new List<string>(lines.Length);
        var shallowestBelow = new Stack<int>();
        var hasContent = false;

        // From the bottom up: a heading stays when text, or a heading that stays and is deeper, stands right below it.
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var level = LevelOf(lines[i]);
            if (IsTableHead(lines, i) && !IsRow(lines.ElementAtOrDefault(i + 2)))
            {
                kept.RemoveAt(kept.Count - 1);
                continue;
            }

            if (level == 0)
            {
                hasContent |= !string.IsNullOrWhiteSpace(lines[i]) && !IsRule(lines[i]);
                kept.Add(lines[i]);
                continue;
            }

            var staysForBelow = shallowestBelow.Count > 0 && shallowestBelow.Peek() > level;
            if ((hasContent || staysForBelow) && !IsTitle(lines[i], level, title))
            {
                kept.Add(lines[i]);
                shallowestBelow.Push(level);
            }

            hasContent = false;
        }

        kept.Reverse();
        return string.Join('\n', kept).Trim('\n', ' ');
    }

    private static int LevelOf(string line)
    {
        var level = line.TakeWhile(letter => letter == '#').Count();
        return level is > 0 and <= 6 && line.Length > level && line[level] is ' ' or '\t' ? level : 0;
    }

    private static bool IsTableHead(string[] lines, int i) =>
        IsRow(lines[i]) && !IsRule(lines[i]) && i + 1 < lines.Length && IsRule(lines[i + 1]);

    private static bool IsRow(string? line) => line?.Contains('|', StringComparison.Ordinal) == true;

    private static bool IsRule(string line) =>
        IsRow(line)
        && line.Contains('-', StringComparison.Ordinal)
        && line.All(letter => letter is '|' or '-' or ':' or ' ');

    private static bool IsTitle(string line, int level, string? title) =>
        level == 1 && title is not null && SameWords.AreSame(line, title);
}
