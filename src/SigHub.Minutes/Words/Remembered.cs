namespace SigHub.Minutes.Words;

/// <summary>
/// What was told from some of the last texts, for a question that depends on nothing else: the names of one document come again
/// and again. Threads share it; an entry is only ever replaced as a whole.
/// </summary>
internal sealed class Remembered<T>(Func<string, T> tell)
{
    private const int Places = 128;

    /// <summary>Longer texts are not kept.</summary>
    private const int Longest = 200;

    private readonly Entry?[] entries = new Entry?[Places];

    public T this[string text]
    {
        get
        {
            if (text.Length is 0 or > Longest)
                return tell(text);
            var place = Remembered.PlaceOf(text, Places);
            if (entries[place] is { } entry && string.Equals(entry.Text, text, StringComparison.Ordinal))
                return entry.Told;
            var told = tell(text);
            entries[place] = new Entry(text, told);
            return told;
        }
    }

    private sealed record Entry(string Text, T Told);
}

/// <summary>Where the last texts are remembered.</summary>
internal static class Remembered
{
    /// <summary>One of so many places, told from the length and three letters: texts of one document seldom share one.</summary>
    public static int PlaceOf(string text, int places) =>
        text.Length == 0 ? 0 : (text.Length % places * 7 + text[0] + text[text.Length / 2] * 5 + text[^1] * 3) % places;
}
