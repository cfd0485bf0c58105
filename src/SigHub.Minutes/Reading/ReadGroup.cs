namespace SigHub.Minutes;

/// <summary>A group as the document names it; parents come before their children.</summary>
public sealed record ReadGroup(
    string Name,
    GroupKind Kind,
    string? Parent,
    string? Overview,
    IReadOnlyList<string> Goals,
    IReadOnlyList<ReadLink> Links,
    LineSpan Lines
);

/// <summary>What kind of body a group is, by the words of its name.</summary>
public enum GroupKind
{
    Sig,
    WorkingGroup,
    Committee,
    Project,
    Team,
}

/// <summary>An address in the text, with the words it stood under.</summary>
public sealed record ReadLink(string? Label, string Url, LinkKind Kind);

/// <summary>What an address leads to, by its host and the words it stands under.</summary>
public enum LinkKind
{
    Website,
    MailingList,
    Chat,
    Document,
    Calendar,
    Meeting,
    Recording,
    Repository,
}

/// <summary>Someone a group's own page lists, with the title it gives.</summary>
public sealed record ReadMember(
    string? Group,
    string Name,
    string? Affiliation,
    string? Role,
    string? Email,
    string? Handle,
    LineSpan Lines
);

/// <summary>When a group says it meets: an RFC 5545 rule, the local time and its IANA zone.</summary>
public sealed record ReadSeries(string? Group, string Rrule, TimeOnly? Time, string? Zone, LineSpan Lines);

/// <summary>A row of a roadmap. <c>Start</c> and <c>End</c> are inclusive days, as vague as <c>Precision</c> says.</summary>
public sealed record ReadMilestone(
    string? Group,
    string? Id,
    string Title,
    string? Period,
    DateOnly? Start,
    DateOnly? End,
    Precision Precision,
    string? Status,
    string? Owner,
    LineSpan Lines
);

/// <summary>How vague a period is: the unit it was written in, or a horizon ("later") without days.</summary>
public enum Precision
{
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Horizon,
}
