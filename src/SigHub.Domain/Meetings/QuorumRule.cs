namespace SigHub.Domain.Meetings;

/// <summary>
/// How many voting members have to be present before a group decides: a fraction of them (at least, or more than), or a fixed
/// number.
/// </summary>
public sealed record QuorumRule
{
    public const int MostMembers = 1000;

    /// <param name="part">The number of members; with <paramref name="of"/>, the upper half of a fraction.</param>
    /// <param name="of">The lower half of a fraction of the voting members; null for a fixed number.</param>
    /// <param name="isMore">More than the fraction, so that half of an even number is not enough.</param>
    public QuorumRule(int part, int? of, bool isMore)
    {
        RuleBroken.If(part is < 1 or > MostMembers, "A quorum is one member or more.");
        RuleBroken.If(
            of is < 1 or > MostMembers || part > of,
            "A quorum is a part of the voting members, such as 1/2."
        );
        RuleBroken.If(isMore && part == of, "More than all members cannot be present.");

        (Part, Of, IsMore) = (part, of, isMore && of is not null);
    }

    public int Part { get; private init; }
    public int? Of { get; private init; }
    public bool IsMore { get; private init; }

    public static QuorumRule Members(int number) => new(number, of: null, isMore: false);

    public static QuorumRule AtLeast(int part, int of) => new(part, of, isMore: false);

    public static QuorumRule MoreThan(int part, int of) => new(part, of, isMore: true);

    /// <summary>Of so many voting members; never less than one.</summary>
    public int Needed(int voting)
    {
        if (Of is not { } of)
            return Part;

        var share = voting * Part;
        return Math.Max(1, IsMore ? (share / of) + 1 : (share + of - 1) / of);
    }

    /// <summary>Guests and people without a vote do not make a quorum.</summary>
    public Quorum Count(IEnumerable<Attendance> rollCall, IReadOnlyCollection<Guid> voting) =>
        Count(rollCall.Where(who => who.Presence == Presence.Present).Select(who => who.PersonId), voting);

    /// <summary>Of those who are present; null is somebody nobody knows.</summary>
    public Quorum Count(IEnumerable<Guid?> present, IReadOnlyCollection<Guid> voting) =>
        new(present.OfType<Guid>().Distinct().Count(id => voting.Contains(id)), voting.Count, Needed(voting.Count));

    /// <summary>"more than 1/2 of the voting members", "5 voting members".</summary>
    public string InWords() =>
        Of is { } of
            ? $"{(IsMore ? "more than" : "at least")} {Part.Invariant()}/{of.Invariant()} of the voting members"
            : $"{Part.Invariant()} voting {(Part == 1 ? "member" : "members")}";
}

/// <summary>How many of the voting members are there, and how many it takes.</summary>
public readonly record struct Quorum(int Present, int Voting, int Needed)
{
    public bool IsMet => Present >= Needed;
}
