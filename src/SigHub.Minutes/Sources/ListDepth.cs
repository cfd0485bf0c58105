namespace SigHub.Minutes.Sources;

/// <summary>How deep a list item is nested, by the indents of the items before it; one column more or less is no nesting.</summary>
internal sealed class ListDepth
{
    private readonly Stack<int> indents = [];

    public void Clear() => indents.Clear();

    public int Enter(int indent)
    {
        while (indents.TryPeek(out var open) && indent <= open + 1)
            indents.Pop();
        indents.Push(indent);
        return indents.Count - 1;
    }

    /// <summary>The depth of a paragraph that is indented under an item.</summary>
    public int Inside(int indent) => indents.Count(open => open < indent);
}
