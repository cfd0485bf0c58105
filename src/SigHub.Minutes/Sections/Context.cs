using SigHub.Minutes.Lines;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>What the whole document knows and each of its parts needs: people, days, findings.</summary>
internal sealed class Context(
    People people,
    Mentions mentions,
    Calendar calendar,
    DateOnly? documentDate,
    IReadOnlySet<string> employers,
    Schedule schedule
)
{
    public People People => people;

    public Ownership Ownership { get; } = new(people, mentions);

    public Calendar Calendar => calendar;

    public List<Finding> Findings { get; } = [];

    /// <summary>When the group meets next.</summary>
    public Schedule Schedule => schedule;

    /// <summary>Whom the roll calls of the document name as someone's employer.</summary>
    public IReadOnlySet<string> Employers => employers;

    /// <summary>A state stands as of the document that carries it.</summary>
    public DateOnly? StatusAsOf(Part part) => part.IsCarried ? documentDate ?? part.Date : part.Date;

    public IReadOnlyList<ReadOwner> Resolve(IReadOnlyList<string> owners, LineSpan lines) =>
        [
            .. owners
                .DistinctBy(owner => owner.ToUpperInvariant())
                .Select(owner => new ReadOwner(owner, Person(owner, lines))),
        ];

    private string? Person(string owner, LineSpan lines)
    {
        if (English.Collectives.Contains(owner))
            return null;
        var match = people.Find(owner);
        if (match.Candidates.Count > 1)
            Findings.Add(
                new Finding(
                    "ambiguous-person",
                    $"“{owner}” may be {string.Join(" or ", match.Candidates)}.",
                    Severity.Warning,
                    lines
                )
            );
        return match.Candidates.Count > 0 ? match.Person : mentions.FullNameOf(owner);
    }
}
