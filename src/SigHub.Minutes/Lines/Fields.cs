using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Words followed by fields in square brackets: <c>text [name] value [name] value</c>.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private Fields(string text) => Text = text;

    /// <summary>What stands before the first field.</summary>
    public string Text { get; }

    /// <summary>Null where the text has none.</summary>
    /// <param name="pattern">One field's name in brackets; the named groups say which.</param>
    public static Fields? Of(string text, Pattern pattern)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
            return null;
        var found = pattern.Matches(text);
        if (found.Count == 0)
            return null;
        var fields = new Fields(text[..found[0].Index].Trim());
        for (var i = 0; i < found.Count; i++)
        {
            var end = i + 1 < found.Count ? found[i + 1].Index : text.Length;
            var name = found[i].Groups.Values.Skip(1).First(group => group.Success).Name;
            fields.values.TryAdd(name, text[(found[i].Index + found[i].Length)..end].Trim());
        }
        return fields;
    }

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Null where the field is missing or empty.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
