namespace SigHub.Minutes.Words;

/// <summary>
/// Patterns in order, of which the first that fits a text decides. One look for all of them together comes before, since
/// usually none fits.
/// </summary>
internal sealed class FirstFit<T>
    where T : struct
{
    private readonly Pattern any;
    private readonly (T Value, Pattern Pattern)[] each;

    public FirstFit(IEnumerable<(T Value, string Pattern)> patterns, bool anyCase = true)
    {
        var all = patterns.ToList();
        any = Pattern.Of(string.Join('|', all.Select(one => $"(?:{one.Pattern})")), anyCase);
        each = [.. all.Select(one => (one.Value, Pattern.Of(one.Pattern, anyCase)))];
    }

    /// <summary>Null where no pattern fits.</summary>
    public T? In(string text)
    {
        if (!any.IsMatch(text))
            return null;
        foreach (var (value, pattern) in each)
            if (pattern.IsMatch(text))
                return value;
        return null;
    }
}
