namespace SigHub.Minutes.Sources;

/// <summary>A key with its value, or an entry of a list, and what is nested under it.</summary>
internal sealed record YamlNode(string Key, string? Value, int Line, List<YamlNode> Children)
{
    /// <summary>The last line of it and of what is nested under it.</summary>
    public int Last { get; set; } = Line;

    /// <summary>The last line of a value that runs over several.</summary>
    public int LastOfValue { get; set; } = Line;

    public YamlNode? this[string key] => Children.Find(child => child.Key == key);

    public string? Text(string key) => this[key]?.Value is { Length: > 0 } text ? text : null;

    public IEnumerable<YamlNode> List(string key) => this[key]?.Children ?? [];
}

/// <summary>
/// The part of YAML that lists of groups are written in: keys, lists and texts nested by indentation, quoted and folded
/// texts, remarks. Anchors, tags and lists in brackets are kept as the text they are.
/// </summary>
internal static class Yaml
{
    private const int DeepestOnOneLine = 8;

    public static YamlNode Read(string[] source)
    {
        var root = new YamlNode("", null, 1, []);
        var open = new Stack<(int Indent, YamlNode Node)>([(-1, root)]);
        for (var at = 0; at < source.Length; at++)
        {
            var text = source[at].TrimStart(' ');
            var indent = source[at].Length - text.Length;
            if (text.Length == 0 || text[0] == '#' || text.StartsWith("---", StringComparison.Ordinal))
                continue;
            for (var deep = 0; deep < DeepestOnOneLine && IsEntry(text); deep++)
            {
                Close(open, indent, isItem: true);
                open.Push((indent, Under(open, new YamlNode("-", null, at + 1, []))));
                var rest = text[1..].TrimStart(' ');
                indent += text.Length - rest.Length;
                text = rest;
            }
            if (text.Length == 0)
                continue;
            Close(open, indent);
            if (KeyIn(text) is not { } key)
            {
                Under(open, new YamlNode("", Unquoted(text), at + 1, []));
                continue;
            }
            var value = WithoutRemark(text[(key.Length + 1)..].Trim());
            var node = Under(open, new YamlNode(Unquoted(key), Unquoted(value), at + 1, []));
            if (value is ['>' or '|', ..] or "")
                at = Folded(source, at, indent, value.Length > 0, ref node, open);
            open.Push((indent, node));
        }
        Close(open, 0);
        return root;
    }

    /// <summary>A text on the lines below its key, deeper than the key.</summary>
    private static int Folded(
        string[] source,
        int at,
        int indent,
        bool isFolded,
        ref YamlNode node,
        Stack<(int Indent, YamlNode Node)> open
    )
    {
        if (!isFolded)
            return at;
        var words = new List<string>();
        while (at + 1 < source.Length && (IsBlank(source[at + 1]) || IndentOf(source[at + 1]) > indent))
            words.Add(source[++at].Trim());
        var text = string.Join(' ', words.Where(word => word.Length > 0));
        var siblings = open.Peek().Node.Children;
        siblings[^1] = node = node with { Value = text, LastOfValue = at + 1, Last = at + 1 };
        return at;
    }

    private static bool IsEntry(string text) => text == "-" || text.StartsWith("- ", StringComparison.Ordinal);

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>What ends reaches as far as the last thing in it. A list may stand as far left as the key it belongs to.</summary>
    private static void Close(Stack<(int Indent, YamlNode Node)> open, int indent, bool isItem = false)
    {
        while (open.Peek().Indent >= indent)
        {
            if (isItem && open.Peek() is var (level, node) && level == indent && node.Key != "-")
                return;
            var ended = open.Pop().Node;
            open.Peek().Node.Last = Math.Max(open.Peek().Node.Last, ended.Last);
        }
    }

    private static YamlNode Under(Stack<(int Indent, YamlNode Node)> open, YamlNode node)
    {
        open.Peek().Node.Children.Add(node);
        open.Peek().Node.Last = Math.Max(open.Peek().Node.Last, node.Last);
        return node;
    }

    private static string? KeyIn(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? text[..colon]
        : text.EndsWith(':') ? text[..^1]
        : null;

    private static string WithoutRemark(string value) =>
        value.Length > 0
        && value[0] is not ('"' or '\'')
        && value.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var sign
            ? value[..sign].TrimEnd()
            : value;

    private static string Unquoted(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
}
