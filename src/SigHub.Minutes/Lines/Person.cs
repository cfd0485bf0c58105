namespace SigHub.Minutes.Lines;

/// <summary>A person as one line of a list gives them.</summary>
internal sealed record Person(string Name)
{
    public string? Affiliation { get; init; }
    public string? Role { get; init; }
    public string? Handle { get; init; }
    public string? Email { get; init; }

    /// <summary>Where the line itself says so: struck through, "No", an empty box.</summary>
    public Presence? Presence { get; init; }
    public LineSpan Lines { get; init; }

    /// <summary>An affiliation in small letters that may be a nickname: the rest of the list decides.</summary>
    public bool IsNicknamePossible { get; init; }

    /// <summary>Whether the affiliation stood in brackets.</summary>
    public bool IsBracketed { get; init; }
}
