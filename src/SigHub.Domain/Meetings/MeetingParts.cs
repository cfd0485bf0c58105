using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Meetings;

/// <summary>What a roll call says: came, said beforehand not to come, did not come.</summary>
public enum Presence
{
    Present,
    Regrets,
    Absent,
}

/// <summary>Somebody in a meeting's roll call, under the name and the affiliation written down that day.</summary>
public sealed class Attendance
{
    internal Attendance(Guid id, int order, Mention who, Presence presence, string? affiliation)
    {
        Id = id;
        Order = order;
        Name = who.Name;
        PersonId = who.PersonId;
        Presence = presence;
        Affiliation = Words.Optional(affiliation);
    }

    private Attendance() { }

    public Guid Id { get; private set; }
    public int Order { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Null while nobody knows who the name stands for.</summary>
    public Guid? PersonId { get; private set; }

    public Presence Presence { get; private set; }
    public string? Affiliation { get; private set; }

    public Mention Who => new(Name, PersonId);

    internal void Change(Presence presence, string? affiliation)
    {
        Presence = presence;
        Affiliation = Words.Optional(affiliation) ?? Affiliation;
    }

    internal void Identify(Guid personId) => PersonId = personId;
}

/// <summary>A topic of a meeting, at its place in the order.</summary>
public sealed class AgendaItem
{
    internal AgendaItem(Guid id, int order, string title)
    {
        Id = id;
        Order = order;
        Title = Words.Required(title, "An agenda item needs a title.");
    }

    internal AgendaItem(Guid id, int order, AgendaPlan plan)
    {
        Id = id;
        Order = order;
        Become(plan);
    }

    private AgendaItem() { }

    public Guid Id { get; private set; }

    /// <summary>1 is the first.</summary>
    public int Order { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Who presents it.</summary>
    public Mention? Owner { get; private set; }

    /// <summary>For how many minutes it is planned.</summary>
    public int? Minutes { get; private set; }

    /// <summary>Where to read about it.</summary>
    public string? Url { get; private set; }

    public AgendaPlan Plan => new(Title, Owner, Minutes, Url);

    internal void MoveTo(int order) => Order = order;

    internal void Become(AgendaPlan plan) =>
        (Title, Owner, Minutes, Url) = (plan.Title, plan.Owner, plan.Minutes, plan.Url);
}

/// <summary>A recording, a document or another address that belongs to one meeting.</summary>
public sealed class MeetingLink
{
    internal MeetingLink(Guid id, int order, LinkKind kind, string label, string url)
    {
        Id = id;
        Order = order;
        Kind = kind;
        Url = WebAddress.Check(url);
        Label = Words.Optional(label) ?? Url;
    }

    private MeetingLink() { }

    public Guid Id { get; private set; }
    public int Order { get; private set; }
    public LinkKind Kind { get; private set; }
    public string Label { get; private set; } = "";
    public string Url { get; private set; } = "";
}
