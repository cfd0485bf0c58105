namespace SigHub.Minutes.Sources;

/// <summary>A paragraph that is bold throughout and short serves as a heading; a bold sentence does not.</summary>
internal static class BoldTitle
{
    private const int Longest = 100;

    public static bool Is(Inline text) =>
        text.Text.Length is > 0 and < Longest && text.Text[^1] is not ('.' or '!' or '?') && text.Wholly(MarkKind.Bold);
}
