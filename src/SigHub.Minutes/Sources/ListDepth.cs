namespace SigHub.Minutes.Sources;

/// <summary>
/// How deep a list item is nested, by the indents of the items before it. One column more or less is no nesting, unless the
/// sign changes with it, or several items before it kept to their column.
/// </summary>
internal sealed class ListDepth
{
    /// <summary>How far each bullet stands in where a pad's list lost its indents: ●, ○, ■.</summary>
    private const int Step = 2;

    private readonly Stack<(int Indent, char Sign, int Count)> items = [];

    public void Clear() => items.Clear();

    public int Enter(int indent, char sign)
    {
        var count = 1;
        indent += sign switch
        {
            '○' => Step,
            '■' => 2 * Step,
            _ => 0,
        };
        if (!IsOneDeeper(indent, sign))
            while (items.TryPeek(out var open) && indent <= open.Indent + 1)
                count = items.Pop() is var before && before.Indent == indent ? before.Count + 1 : 1;
        items.Push((indent, sign, count));
        return items.Count - 1;
    }

    private bool IsOneDeeper(int indent, char sign) =>
        items.TryPeek(out var before) && indent == before.Indent + 1 && (sign != before.Sign || before.Count > 1);

    /// <summary>The depth of a paragraph that is indented under an item.</summary>
    public int Inside(int indent) =>
        items.Count(open => open.Indent < indent + (open.Sign is '○' or '■' ? 2 * Step : 0));
}
