namespace SigHub.Minutes.Writing;

/// <summary>Whether two records say the same. Lines, confidence and the day of a state belong to the document, not to them.</summary>
internal static class Same
{
    public static bool Attendee(ReadAttendee a, ReadAttendee b) =>
        Words(a.Name, b.Name) && Words(a.Affiliation, b.Affiliation) && a.Presence == b.Presence;

    public static bool Item(ReadAgendaItem a, ReadAgendaItem b) => Words(a.Title, b.Title);

    public static bool Decision(ReadDecision a, ReadDecision b) =>
        a.Id == b.Id
        && Words(a.Text, b.Text)
        && Words(a.Mover, b.Mover)
        && Words(a.Seconder, b.Seconder)
        && Words(a.Result, b.Result);

    public static bool Action(ReadAction a, ReadAction b) =>
        a.Id == b.Id
        && Words(a.Text, b.Text)
        && a.Owners.Count == b.Owners.Count
        && a.Owners.Zip(b.Owners).All(pair => Owner(pair.First, pair.Second))
        && a.Status == b.Status
        && Words(a.StatusNote, b.StatusNote)
        && a.Due == b.Due
        && a.Notes.Select(PlainText.Folded).SequenceEqual(b.Notes.Select(PlainText.Folded), StringComparer.Ordinal);

    /// <summary>The same address may be called differently in several places.</summary>
    public static bool Link(ReadLink a, ReadLink b) => a.Url == b.Url;

    public static bool Milestone(ReadMilestone a, ReadMilestone b) =>
        Words(a.Title, b.Title)
        && a.Start == b.Start
        && a.End == b.End
        && a.Precision == b.Precision
        && Words(a.Status, b.Status)
        && Words(a.Owner, b.Owner);

    /// <summary>What of <paramref name="wanted"/> is not among the others, each of which stands for one.</summary>
    public static List<T> Missing<T>(IEnumerable<T> wanted, IEnumerable<T> read, Func<T, T, bool> same)
    {
        var others = read.ToList();
        return
        [
            .. wanted.Where(each =>
            {
                var at = others.FindIndex(other => same(each, other));
                if (at >= 0)
                    others.RemoveAt(at);
                return at < 0;
            }),
        ];
    }

    /// <summary>The first that one list has and the other has not, null when both say the same.</summary>
    public static T? Difference<T>(IEnumerable<T> read, IEnumerable<T> wanted, Func<T, T, bool> same)
        where T : class => Missing(read, wanted, same).Concat(Missing(wanted, read, same)).FirstOrDefault();

    /// <summary>The same person, or the same name where one text cannot tell whose it is and the other can.</summary>
    private static bool Owner(ReadOwner a, ReadOwner b) =>
        Words(a.Person ?? a.Name, b.Person ?? b.Name)
        || Words(a.Name, b.Name) && (a.Person is null || b.Person is null);

    private static bool Words(string? a, string? b) =>
        PlainText.Folded(a ?? "").Equals(PlainText.Folded(b ?? ""), StringComparison.Ordinal);
}
