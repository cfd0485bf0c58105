using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Groups;

/// <content>What may be changed on a group, and by whom.</content>
public sealed partial class Group
{
    /// <summary>Old addresses are the caller's to redirect.</summary>
    public GroupRenamed Rename(Actor by, string name, Slug slug, DateTime now)
    {
        MayLead(by, "rename it");
        MayChange();
        var newName = Words.Name(name, "A group needs a name.");
        RuleBroken.If(newName == Name && slug == Slug, $"{Name} is already called so.");

        var oldName = Name;
        Name = newName;
        Slug = slug;
        return new GroupRenamed(Subject, by.PersonId, now, oldName, newName);
    }

    /// <summary>What it calls itself.</summary>
    public GroupDescribed BecomeA(Actor by, GroupKind kind, DateTime now)
    {
        MayLead(by, "say what it is");
        MayChange();
        var old = Kind;
        Kind = kind;
        return new GroupDescribed(Subject, by.PersonId, now, "kind", old.ToString(), kind.ToString());
    }

    /// <summary>
    /// This group goes, and all it has belongs to the other: the caller moves it. A group below this one stands below the other
    /// then, and the other, if it stood below this one, in its place.
    /// </summary>
    public GroupsMerged MergeInto(Actor by, Group kept, DateTime now)
    {
        MayLead(by, "merge it");
        kept.MayLead(by, "merge another group into it");
        kept.MayChange();
        RuleBroken.If(kept.Id == Id, "Choose another group; this is the same one.");
        if (kept.ParentId == Id)
            kept.ParentId = ParentId;
        return new GroupsMerged(kept.Subject, by.PersonId, now, Name);
    }

    public GroupDescribed Describe(Actor by, string overview, DateTime now)
    {
        MayDescribe(by);
        var (old, text) = (Overview, overview.Trim());
        Overview = text;
        return new GroupDescribed(Subject, by.PersonId, now, "overview", old, text);
    }

    /// <summary>These goals, in this order, instead of those before.</summary>
    public GroupDescribed AimFor(Actor by, IEnumerable<string> texts, DateTime now)
    {
        MayDescribe(by);
        var old = Lines(goals.OrderBy(g => g.Order).Select(g => g.Text));
        var wanted = texts.Select((text, i) => new Goal(Ids.New(now), i + 1, text)).ToList();
        goals.Clear();
        goals.AddRange(wanted);
        return new GroupDescribed(Subject, by.PersonId, now, "goals", old, Lines(wanted.Select(g => g.Text)));
    }

    public GroupDescribed AddLink(Actor by, LinkKind kind, string label, string url, DateTime now)
    {
        MayDescribe(by);
        RuleBroken.If(links.Exists(l => l.Url == url.Trim()), $"{Name} already has this link.");

        var old = LinkLines();
        links.Add(new GroupLink(Ids.New(now), NextLink(), kind, label, url));
        return new GroupDescribed(Subject, by.PersonId, now, "links", old, LinkLines());
    }

    public GroupDescribed RemoveLink(Actor by, Guid linkId, DateTime now)
    {
        MayDescribe(by);
        var old = LinkLines();
        RuleBroken.If(links.RemoveAll(l => l.Id == linkId) == 0, "This link is no longer there.");
        return new GroupDescribed(Subject, by.PersonId, now, "links", old, LinkLines());
    }

    /// <summary>Times that name no zone are read in this one from now on.</summary>
    public GroupDescribed UseZone(Actor by, string zone, DateTime now)
    {
        MayDescribe(by);
        var (old, found) = (Zone, Zones.Check(zone));
        Zone = found;
        return new GroupDescribed(Subject, by.PersonId, now, "time zone", old, found);
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        MayLead(by, "change who sees it");
        MayChange();
        RuleBroken.If(visibility == Visibility, $"{Name} is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    /// <summary>Active, dormant or archived; an archived group changes only by leaving that state.</summary>
    public GroupStateChanged Become(Actor by, GroupState state, DateTime now)
    {
        MayLead(by, "change its state");
        RuleBroken.If(state == State, $"{Name} is already {state.ToString().ToLowerInvariant()}.");

        var old = State;
        State = state;
        return new GroupStateChanged(Subject, by.PersonId, now, old, state);
    }

    /// <summary>Below another group, or to the top; never below itself. Needs the lead of both sides.</summary>
    public GroupMoved MoveBelow(Actor by, Guid? parentId, GroupTree tree, DateTime now)
    {
        MayLead(by, "move it");
        MayChange();
        RuleBroken.Unless(
            parentId is { } parent ? by.Leads(parent) : by.IsAdministrator,
            "Only whoever leads the other group too, or an administrator, can move a group there."
        );
        RuleBroken.If(
            parentId == Id || parentId is { } p && tree.Above(p).Contains(Id),
            "A group cannot stand below itself."
        );
        RuleBroken.If(parentId == ParentId, $"{Name} already stands there.");

        var old = ParentId;
        ParentId = parentId;
        return new GroupMoved(Subject, by.PersonId, now, old, parentId);
    }

    private void MayLead(Actor by, string what) =>
        RuleBroken.Unless(by.Leads(Id), $"Only whoever leads {Name} can {what}.");

    private void MayDescribe(Actor by)
    {
        RuleBroken.Unless(by.KeepsMinutes(Id), $"Only a chair, a lead or the secretary of {Name} can change its page.");
        MayChange();
    }

    private void MayChange() =>
        RuleBroken.If(State == GroupState.Archived, $"{Name} is archived; make it active before you change it.");

    private int NextLink() => links.Count == 0 ? 1 : links.Max(l => l.Order) + 1;

    private string LinkLines() => Lines(links.OrderBy(l => l.Order).Select(l => $"{l.Label}: {l.Url}"));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
