namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>
/// What of a meeting's notes is worth keeping as its text: the discussion, without the document's title and without headings
/// under which nothing is left since their lines became records. The whole document is kept as its source.
/// </summary>
public static class Discussion
{
    public static string Of(string? notes, string? title)
    {
        var lines = (notes ?? "").ReplaceLineEndings("\n").Split('\n');
        var kept = new List<string>(lines.Length);
        var shallowestBelow = new Stack<int>();
        var hasContent = false;

        // From the bottom up: a heading stays when text, or a heading that stays and is deeper, stands right below it.
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var level = LevelOf(lines[i]);
            if (level == 0)
            {
                hasContent |= !string.IsNullOrWhiteSpace(lines[i]);
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

    private static bool IsTitle(string line, int level, string? title) =>
        level == 1 && title is not null && SameWords.AreSame(line, title);
}
