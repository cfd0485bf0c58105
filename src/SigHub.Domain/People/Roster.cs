namespace SigHub.Domain.People;

/// <summary>
/// The people whom a name may stand for, usually those of one group. The best fit wins: whole names before parts, parts before
/// typing slips; among equals nobody is guessed, all are candidates.
/// </summary>
public sealed class Roster
{
    private static readonly NameFit[] BestFirst = [NameFit.Whole, NameFit.Part, NameFit.Slip];

    private readonly List<(Guid PersonId, NameWords Words)> known;

    public Roster(IEnumerable<(Guid PersonId, string Name)> names) =>
        known = [.. names.SelectMany(n => NameWords.Of(n.Name).Select(words => (n.PersonId, words)))];

    public static Roster Of(IEnumerable<Person> people) =>
        new(people.Where(p => !p.IsErased).SelectMany(p => p.Names().Select(name => (p.Id, name))));

    public NameMatch Find(string written)
    {
        if (Person.IsErasedName(written))
            return NameMatch.Nobody;

        var words = NameWords.Of(written);
        foreach (var fit in BestFirst)
        {
            var fitting = known
                .Where(k => words.Any(w => w.Fits(k.Words, fit)))
                .Select(k => k.PersonId)
                .Distinct()
                .ToList();
            if (fitting.Count > 0)
                return new NameMatch(fit, fitting);
        }

        return NameMatch.Nobody;
    }
}
