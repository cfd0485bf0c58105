using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <content>What the parts of minutes are called.</content>
internal static partial class English
{
    /// <summary>
    /// What sections are called; the first phrase found in a heading decides. A phrase with <c>=</c> must be the whole
    /// heading; the others may stand among two or three more words.
    /// </summary>
    public static readonly (SectionKind Kind, string[] Names)[] Sections =
    [
        (SectionKind.Template, ["template", "yyyy mm dd", "yyyymmdd", "copy this"]),
        (SectionKind.Contents, ["table of contents", "=contents", "=toc"]),
        (
            SectionKind.Summary,
            ["action items by person", "actions by person", "summary of action items", "summary of actions"]
        ),
        (
            SectionKind.NextMeeting,
            ["next meeting", "upcoming meetings", "upcoming meeting", "next call", "future meetings"]
        ),
        (
            SectionKind.CarriedActions,
            [
                "action item review",
                "action items review",
                "review action items",
                "review of action items",
                "action items from",
                "action items from last meeting",
                "action items from last week",
                "action items from previous meeting",
                "actions from",
                "ais from",
                "previous action items",
                "previous actions",
                "prior action items",
                "past action items",
                "carried over",
                "old action items",
                "outstanding actions",
                "outstanding action items",
                "review of actions",
                "review actions",
                "open issues from",
                "open items from",
                "open action items",
                "tasks from",
                "last months action items",
                "last weeks action items",
                "last meetings action items",
            ]
        ),
        (SectionKind.Officers, ["assignments for", "role assignments", "roles for"]),
        (
            SectionKind.Actions,
            [
                "action items",
                "action item",
                "actions",
                "action points",
                "action",
                "next steps",
                "next step",
                "=ai",
                "=ais",
                "=ars",
                "todo",
                "todos",
                "to do",
                "to dos",
                "to-do",
                "tasks",
                "task list",
                "assignments",
            ]
        ),
        (
            SectionKind.OldBusiness,
            ["old business", "previous business", "unfinished business", "past meetings", "previous meetings"]
        ),
        (
            SectionKind.FollowUps,
            ["outcomes", "=outcome", "follow ups", "follow up", "followups", "followup", "follow-ups", "follow-up"]
        ),
        (SectionKind.Regrets, ["regrets", "regrest", "apologies", "=excused", "sent regrets"]),
        (
            SectionKind.Absent,
            [
                "absent",
                "members absent",
                "directors absent",
                "not in attendance",
                "not present",
                "absentees",
                "not attending",
                "unable to attend",
                "missing",
                "no show",
                "no shows",
                "=away",
            ]
        ),
        (
            SectionKind.RollCall,
            [
                "attendees",
                "attendance",
                "attended by",
                "attended",
                "attending",
                "in attendance",
                "present",
                "members present",
                "directors present",
                "participants",
                "participating",
                "roll call",
                "rollcall",
                "people present",
                "who is here",
                "who was here",
                "sign in",
                "in the call",
                "on the call",
                "=here",
                "who joined",
                "joined by",
                "in the room",
                "on the line",
                "dialed in",
                "head count",
                "headcount",
                "=folks",
                "=joined",
                "=alternates",
                "representations",
                "proxies",
                "=guests",
                "=observers",
                "=invited guests",
                "=others",
            ]
        ),
        (
            SectionKind.Decisions,
            [
                "decisions",
                "decisions made",
                "decision items",
                "decision log",
                "=decision",
                "resolutions",
                "=agreed",
                "agreements",
                "votes",
            ]
        ),
        (SectionKind.Roadmap, ["roadmap", "milestones", "timeline", "=schedule", "road map"]),
        (
            SectionKind.Officers,
            [
                "=chair",
                "=scribe",
                "=scribes",
                "=note taker",
                "=minute taker",
                "=secretary",
                "=facilitator",
                "=moderator",
                "=host",
            ]
        ),
        (
            SectionKind.Members,
            [
                "members",
                "membership",
                "=team",
                "=people",
                "organizers",
                "organisers",
                "chairs",
                "co chairs",
                "=leadership",
                "=leads",
                "technical leads",
                "maintainers",
                "=contributors",
                "=officers",
                "board members",
            ]
        ),
        (SectionKind.Goals, ["goals", "goal", "objectives", "=aims"]),
        (
            SectionKind.Purpose,
            [
                "purpose",
                "overview",
                "mission",
                "mission statement",
                "about",
                "charter",
                "scope",
                "introduction",
                "=summary",
                "description",
                "vision",
            ]
        ),
        (
            SectionKind.Groups,
            [
                "workstreams",
                "work streams",
                "subprojects",
                "sub projects",
                "subgroups",
                "=teams",
                "working groups",
                "=subteams",
            ]
        ),
        (SectionKind.Agenda, ["agenda", "agenda items", "=topics", "proposed agenda"]),
        (
            SectionKind.Links,
            ["=links", "resources", "recording", "recordings", "meeting link", "references", "attachments", "documents"]
        ),
        (
            SectionKind.Communication,
            [
                "communication",
                "communications",
                "contact",
                "mailing list",
                "slack channel",
                "slack",
                "=chat",
                "=community",
                "contact us",
            ]
        ),
        (
            SectionKind.Meetings,
            [
                "=meetings",
                "=meeting",
                "meeting schedule",
                "meeting times",
                "meeting time",
                "regular meetings",
                "=when",
                "meeting information",
                "meeting info",
                "meeting details",
                "=calls",
            ]
        ),
        (
            SectionKind.Discussion,
            [
                "notes",
                "discussion",
                "discussions",
                "minutes",
                "meeting notes",
                "meeting minutes",
                "new business",
                "open floor",
                "announcements",
                "updates",
                "=summary of discussion",
                "brain dump",
                "q a",
                "=aob",
                "any other business",
            ]
        ),
    ];

    /// <summary>A sentence over a list of those who came: "Attendees introduced themselves."</summary>
    public const string TellsOfPeople =
        @"^(?:the |all )?(?:attendees|participants|those present|people present|members present)\b.*[.:]$|\b(?:list of|following) (?:attendees|participants|people)\b.*[.:]$";

    /// <summary>A sentence over a list of who belongs to a group: "The current members of the committee are:"</summary>
    public const string TellsOfMembers =
        @"\b(?:members|maintainers|chairs|co-chairs|representatives|leads) (?:(?:of|for|on) [^.:]{2,60} )?(?:are|include)(?: as follows)?:$";

    /// <summary>A sentence over a list of tasks: "Completed and updated actions carried forward."</summary>
    public const string CarriedSentence =
        @"^(?:\w+,? ){0,5}(?:actions?|action items?|tasks) (?:carried (?:forward|over)|from (?:the )?(?:last|previous)\b.{0,30}?)[.:]?$";

    /// <summary>Who is called so stands behind the label: "Foundation Staff: …".</summary>
    public static readonly HashSet<string> PeopleLabels = Set(
        "staff observers guests visitors invitees joining joined"
    );

    /// <summary>Who else was there, right below a roll call: "Others: …".</summary>
    public static readonly HashSet<string> MorePeople = Set("other others also plus remote remotely online phone late");

    /// <summary>Words that make a heading a topic of the day.</summary>
    public static readonly HashSet<string> Topical = Set(
        "new update updates approval approved accepted admitted election elections proposal proposals discussion planning policy process application applications vote adopt adoption amend amendment amendments ratify ratification revision"
    );

    /// <summary>Words by which a title with "agenda" in it heads the minutes, or what came of it.</summary>
    public static readonly HashSet<string> NotAgenda = Set("notes minutes");
    public static readonly HashSet<string> Outcomes = Set("outcome outcomes results");

    /// <summary>Words by which a heading over decisions speaks of those still to be taken.</summary>
    public static readonly HashSet<string> ToBeDecided = Set("active upcoming pending proposed next");

    /// <summary>Labels over what was settled, where they are all that stands there: "Resolved: …".</summary>
    public static readonly HashSet<string> SettledLabels =
    [
        "resolved",
        "we agreed",
        "group agreed",
        "the group agreed",
        "agreement",
        "agreement from the group",
        "group agreement",
        "consensus",
        "group consensus",
    ];

    /// <summary>Makers of things called actions.</summary>
    public static readonly HashSet<string> Products = Set("github gitlab gitea forgejo");

    /// <summary>An item that templates leave for others to fill in.</summary>
    public const string Unfilled =
        @"^\W*(?:please )?(?:add|insert|put|list) (?:(?:your|any|more|other|new|an?|agenda|discussion) ){0,3}(?:topics?|items?|points?|names?)(?: here)?\W*$";

    /// <summary>What an agenda says of the call itself.</summary>
    public const string Logistics =
        @"^(?:hosts?|dates?|times?|where|when|location|venue|contacts?|registration|wifi|dinner|dial[- ]?in|call[- ]?in|zoom(?: link)?|meeting (?:link|id)|passcode|recording|video|scribe|note[- ]?taker|facilitator|moderator|(?:agenda|meeting|github) (?:issue|document|link|page)):";
}
