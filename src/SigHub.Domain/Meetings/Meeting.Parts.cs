using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Meetings;

/// <content>Roll call, agenda and links.</content>
public sealed partial class Meeting
{
    /// <summary>
    /// Who keeps the minutes calls the roll; everyone else of the group may speak for themselves. Nobody stands in it twice. Null
    /// when the roll call says so already.
    /// </summary>
    public PresenceRecorded? Mark(Actor by, Mention who, Presence presence, string? affiliation, DateTime now)
    {
        MayMark(by, who);
        var known = attendances.Find(a => IsSame(a, who));
        if (known is null)
        {
            var last = attendances.Count == 0 ? 0 : attendances.Max(a => a.Order);
            attendances.Add(new Attendance(Ids.New(now), last + 1, who, presence, affiliation));
            return new PresenceRecorded(Subject, by.PersonId, now, who.PersonId, From: null, presence);
        }

        var isNew = known.PersonId is null && who.PersonId is not null;
        var isOtherPlace = Words.Optional(affiliation) is { } place && place != known.Affiliation;
        if (known.Presence == presence && !isNew && !isOtherPlace)
            return null;

        var old = known.Presence;
        known.Change(presence, affiliation);
        if (who.PersonId is { } personId)
            known.Identify(personId);

        return new PresenceRecorded(Subject, by.PersonId, now, known.PersonId, old, presence);
    }

    /// <summary>A name in the roll call turns out to be this person.</summary>
    public PresenceRecorded Identify(Actor by, Guid attendanceId, Guid personId, DateTime now)
    {
        MayKeepMinutes(by);
        var known =
            attendances.Find(a => a.Id == attendanceId)
            ?? throw new RuleBroken("This name is no longer in the roll call.");
        RuleBroken.If(attendances.Exists(a => a.PersonId == personId), "This person is already in the roll call.");

        known.Identify(personId);
        return new PresenceRecorded(Subject, by.PersonId, now, personId, known.Presence, known.Presence);
    }

    public AgendaChanged AddToAgenda(Actor by, string title, DateTime now) =>
        ChangeAgenda(by, now, items => items.Add(new AgendaItem(Ids.New(now), items.Count + 1, title)));

    public AgendaChanged AddToAgenda(Actor by, AgendaPlan plan, DateTime now) =>
        ChangeAgenda(by, now, items => items.Add(new AgendaItem(Ids.New(now), items.Count + 1, plan)));

    public AgendaChanged ReplanOnAgenda(Actor by, Guid itemId, AgendaPlan plan, DateTime now) =>
        ChangeAgenda(by, now, items => ItemOf(items, itemId).Become(plan));

    /// <summary>A topic of the group's backlog comes on the agenda; what an earlier meeting left comes before the rest.</summary>
    public AgendaChanged TakeUp(Actor by, Topic topic, DateTime now)
    {
        MayEdit(by);
        topic.TakenBy(by, this, now);
        var item = new AgendaItem(Ids.New(now), agenda.Count + 1, topic.Plan);
        var place = topic.LeftByMeetingId is null ? agenda.Count : carriedOver++;
        return ChangeAgenda(by, now, items => items.Insert(place, item));
    }

    /// <summary>These items in this order, as the minutes have them; what was planned for one of the same title stays with it.</summary>
    public AgendaChanged? FollowAgenda(Actor by, IReadOnlyList<string> titles, DateTime now)
    {
        if (agenda.OrderBy(i => i.Order).Select(i => i.Title).SequenceEqual(titles, StringComparer.Ordinal))
            return null;

        return ChangeAgenda(
            by,
            now,
            items =>
            {
                var known = items.ToList();
                items.Clear();
                foreach (var title in titles)
                {
                    var item = known.Find(i => string.Equals(i.Title, title, StringComparison.OrdinalIgnoreCase));
                    if (item is not null)
                        known.Remove(item);
                    items.Add(item ?? new AgendaItem(Ids.New(now), items.Count + 1, new AgendaPlan(title)));
                }
            }
        );
    }

    public AgendaChanged RemoveFromAgenda(Actor by, Guid itemId, DateTime now) =>
        ChangeAgenda(by, now, items => items.Remove(ItemOf(items, itemId)));

    /// <summary><paramref name="place"/> 1 is the first; the others move up or down.</summary>
    public AgendaChanged MoveOnAgenda(Actor by, Guid itemId, int place, DateTime now) =>
        ChangeAgenda(
            by,
            now,
            items =>
            {
                RuleBroken.If(place < 1 || place > items.Count, "There is no such place on the agenda.");
                var item = ItemOf(items, itemId);
                items.Remove(item);
                items.Insert(place - 1, item);
            }
        );

    public void AddLink(Actor by, LinkKind kind, string label, string url, DateTime now)
    {
        MayKeepMinutes(by);
        RuleBroken.If(links.Exists(l => l.Url == url.Trim()), "This meeting already has this link.");

        links.Add(new MeetingLink(Ids.New(now), links.Count == 0 ? 1 : links.Max(l => l.Order) + 1, kind, label, url));
    }

    /// <summary>The minutes do not name this one.</summary>
    public PresenceRecorded StrikeFromRoll(Actor by, Guid attendanceId, DateTime now)
    {
        MayEdit(by);
        var known =
            attendances.Find(a => a.Id == attendanceId)
            ?? throw new RuleBroken("This name is no longer in the roll call.");
        attendances.Remove(known);
        return new PresenceRecorded(Subject, by.PersonId, now, known.PersonId, known.Presence, Presence.Absent);
    }

    private void MayMark(Actor by, Mention who)
    {
        RuleBroken.Unless(
            by.KeepsMinutes(GroupId) || by.Is(who.PersonId) && by.BelongsTo(GroupId),
            "Only a chair, a lead or the secretary can call the roll; you can answer for yourself."
        );
        MustTakePlace();
        MustBeOpen();
    }

    private static bool IsSame(Attendance known, Mention who) =>
        known.PersonId is { } id && who.PersonId is { } other
            ? id == other
            : string.Equals(known.Name, who.Name, StringComparison.OrdinalIgnoreCase);

    private AgendaChanged ChangeAgenda(Actor by, DateTime now, Action<List<AgendaItem>> change)
    {
        MayEdit(by);
        var items = agenda.OrderBy(i => i.Order).ToList();
        var old = Titles(items);
        change(items);

        agenda.RemoveAll(i => !items.Contains(i));
        agenda.AddRange(items.Except(agenda).ToList());
        for (var i = 0; i < items.Count; i++)
            items[i].MoveTo(i + 1);

        return new AgendaChanged(Subject, by.PersonId, now, old, Titles(items));
    }

    private static AgendaItem ItemOf(List<AgendaItem> items, Guid itemId) =>
        items.Find(i => i.Id == itemId) ?? throw new RuleBroken("This item is no longer on the agenda.");

    private int carriedOver;

    private static string Titles(IEnumerable<AgendaItem> items) => string.Join('\n', items.Select(i => i.Title));
}
