namespace SigHub.Domain.People;

/// <summary>One slip of the fingers: a letter too many, too few, another one, or two neighbours exchanged.</summary>
internal static class TypingSlip
{
    public static bool Separates(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);

        if (b.Length - a.Length > 1 || a == b)
            return false;

        var i = 0;
        while (i < a.Length && a[i] == b[i])
            i++;

        if (a.Length < b.Length)
            return a.AsSpan(i).SequenceEqual(b.AsSpan(i + 1));

        return a.AsSpan(i + 1).SequenceEqual(b.AsSpan(i + 1)) || IsExchange(a, b, i);
    }

    private static bool IsExchange(string a, string b, int i) =>
        i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a.AsSpan(i + 2).SequenceEqual(b.AsSpan(i + 2));
}
