namespace SigHub.Minutes.Sources;

/// <summary>Finds, in one pass, where each square bracket and parenthesis closes.</summary>
internal static class Brackets
{
    /// <returns>For each opening bracket the place of its partner, 0 for none; null where the text has no link.</returns>
    public static int[]? Match(string source)
    {
        if (!source.Contains('[', StringComparison.Ordinal))
            return null;
        var partner = new int[source.Length];
        var squares = new Stack<int>();
        var rounds = new Stack<int>();
        for (var i = 0; i < source.Length; i++)
            switch (source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    squares.Push(i);
                    break;
                case '(':
                    rounds.Push(i);
                    break;
                case ']' when squares.TryPop(out var square):
                    partner[square] = i;
                    break;
                case ')' when rounds.TryPop(out var round):
                    partner[round] = i;
                    break;
            }
        return partner;
    }
}
