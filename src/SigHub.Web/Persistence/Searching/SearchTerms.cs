namespace SigHub.Web.Persistence.Searching;

/// <summary>Words that stand one behind the other, folded; of a prefix the last one may go on.</summary>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix);

/// <summary>What a text must have all of, and what it must have none of.</summary>
public sealed record SearchTerms(IReadOnlyList<SearchTerm> Wanted, IReadOnlyList<SearchTerm> Unwanted);

/// <summary>Where words are looked for.</summary>
public enum SearchReach
{
    /// <summary>In references and titles, as anybody may read them.</summary>
    Titles,

    /// <summary>In everything that anybody may read.</summary>
    Open,

    /// <summary>In addresses and passcodes too.</summary>
    All,
}
