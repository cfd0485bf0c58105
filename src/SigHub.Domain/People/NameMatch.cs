namespace SigHub.Domain.People;

/// <summary>How well a written name fits a known one.</summary>
public enum NameFit
{
    None,

    /// <summary>All its words, in any order.</summary>
    Whole,

    /// <summary>Some of its words: "Ada", "Quill", "Ada Q.", or the other way round.</summary>
    Part,

    /// <summary>With one typing slip in a word of five letters or more.</summary>
    Slip,
}

/// <summary>Who a written name may stand for: nobody known, one person, or several.</summary>
public sealed record NameMatch(NameFit Fit, IReadOnlyList<Guid> Candidates)
{
    public static NameMatch Nobody { get; } = new(NameFit.None, []);

    /// <summary>The person, when exactly one fits.</summary>
    public Guid? PersonId => Candidates.Count == 1 ? Candidates[0] : null;

    public bool IsAmbiguous => Candidates.Count > 1;
}
