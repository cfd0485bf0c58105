using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <content>What the columns of tables are called.</content>
internal static partial class English
{
    /// <summary>What a table's columns are called.</summary>
    public static readonly (Column Column, string[] Names)[] Columns =
    [
        (Column.Date, ["date", "meeting date", "when", "day"]),
        (Column.Minutes, ["minutes", "notes", "meeting notes", "meeting minutes", "agenda", "summary", "discussion"]),
        (
            Column.Name,
            [
                "name",
                "names",
                "attendee",
                "attendee name",
                "participant name",
                "member name",
                "participant",
                "member",
                "person",
                "full name",
                "who",
                "representative",
                "voting member",
                "director",
                "directors",
                "attendees",
                "participants",
                "members",
            ]
        ),
        (
            Column.Affiliation,
            [
                "affiliation",
                "company",
                "organization",
                "organisation",
                "org",
                "employer",
                "member company",
                "institution",
            ]
        ),
        (Column.Role, ["role", "title", "position", "responsibility"]),
        (Column.Email, ["email", "e mail", "mail", "email address"]),
        (Column.Handle, ["github", "github id", "handle", "lf id", "id", "github handle", "slack", "irc", "nick"]),
        (
            Column.Presence,
            ["present", "attended", "attendance", "attending", "here", "status in meeting", "in attendance"]
        ),
        (
            Column.Period,
            [
                "time",
                "period",
                "quarter",
                "timeframe",
                "when",
                "target",
                "target date",
                "date",
                "timeline",
                "month",
                "eta",
                "release",
            ]
        ),
        (
            Column.Task,
            [
                "task",
                "tasks",
                "action",
                "action item",
                "action items",
                "item",
                "milestone",
                "milestones",
                "description",
                "what",
                "deliverable",
                "deliverables",
                "goal",
                "feature",
            ]
        ),
        (
            Column.Owner,
            [
                "owner",
                "owners",
                "assignee",
                "assigned to",
                "responsible",
                "who",
                "by whom",
                "whom",
                "person responsible",
                "responsible person",
                "action owner",
                "assignees",
                "lead",
                "assigned",
            ]
        ),
        (Column.Status, ["status", "state", "progress"]),
        (Column.Due, ["due", "due date", "deadline", "by when", "target date", "eta"]),
    ];

    /// <summary>Keys before a text that say what lines of minutes say.</summary>
    public static readonly HashSet<string> FrontMatterKeys = Set(
        "title date attendees participants present members regrets absent apologies guests observers"
    );

    /// <summary>What the column of what was said on a topic is called.</summary>
    public static readonly HashSet<string> NotesOnTopics =
    [
        "notes",
        "discussion",
        "discussions",
        "comments",
        "minutes",
        "summary",
    ];

    /// <summary>What the first column of minutes kept as a table is called.</summary>
    public static readonly HashSet<string> Topics =
    [
        "topic",
        "topics",
        "item",
        "agenda item",
        "agenda",
        "subject",
        "discussion point",
        "discussion points",
        "discussion topic",
        "no",
        "",
    ];
}
