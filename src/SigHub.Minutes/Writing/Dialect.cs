namespace SigHub.Minutes;

/// <summary>
/// How a community lays out its minutes, as data: names and order of the parts, bullets, how a task names its owner. The
/// four here are SigHub's own and the styles of three foundations; a house of its own is <c>Dialect.SigHub with { … }</c>.
/// </summary>
public sealed record Dialect
{
    /// <summary>What a person calls it, and the command line: <c>rocky</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The first heading; <c>{group}</c> and <c>{day}</c> stand for what they say.</summary>
    public string Title { get; init; } = "{group} meeting {day}";

    /// <summary>The title's day, as .NET formats dates.</summary>
    public string Day { get; init; } = "yyyy-MM-dd";

    /// <summary>Begins each item, its indent included.</summary>
    public string Bullet { get; init; } = "- ";

    /// <summary>Someone with an employer; <c>{name}</c> and <c>{affiliation}</c>.</summary>
    public string Person { get; init; } = "{name} ({affiliation})";

    /// <summary>A task with owners; <c>{owners}</c> and <c>{task}</c>.</summary>
    public string Task { get; init; } = "{owners}: {task}";

    /// <summary>What stands between two owners.</summary>
    public string And { get; init; } = ", ";

    /// <summary>Whether the roll call, the notes, decisions and actions have a heading also while there is nothing below: a page to fill in.</summary>
    public bool IsForm { get; init; }

    /// <summary>Whether tasks have a box to tick.</summary>
    public bool HasBoxes { get; init; }

    public string Present { get; init; } = "Attendees";
    public string Regrets { get; init; } = "Regrets";
    public string Absent { get; init; } = "Absent";
    public string Agenda { get; init; } = "Agenda";
    public string Notes { get; init; } = "Notes";

    /// <summary>Over a discussion whose headings are no agenda: a word that no part of minutes is called by.</summary>
    public string Proceedings { get; init; } = "Proceedings";

    public string Decisions { get; init; } = "Decisions";
    public string Actions { get; init; } = "Action items";
    public string Links { get; init; } = "Links";
    public string Roadmap { get; init; } = "Roadmap";

    /// <summary>Over the lists carried from earlier days, which come last.</summary>
    public string OldBusiness { get; init; } = "Old business";

    /// <summary>A carried list's heading; 2 stands beside "Old business", 3 below it.</summary>
    public int CarriedLevel { get; init; } = 3;

    /// <summary>The parts that a day's minutes have, in order.</summary>
    public IReadOnlyList<MinutesPart> Order { get; init; } =
    [
        MinutesPart.RollCall,
        MinutesPart.Agenda,
        MinutesPart.Notes,
        MinutesPart.Decisions,
        MinutesPart.Actions,
        MinutesPart.Links,
    ];

    /// <summary>SigHub's own: boxes to tick, <c>Ada Byron: write the docs</c>.</summary>
    public static Dialect SigHub { get; } = new() { Name = "sighub", HasBoxes = true };

    /// <summary>Rocky Linux: indented items, <c>Ada to write the docs - Done</c>, carried lists under dated headings.</summary>
    public static Dialect Rocky { get; } =
        new()
        {
            Name = "rocky",
            Bullet = "    * ",
            Person = "{name} - {affiliation}",
            Task = "{owners} to {task}",
            And = " and ",
            Present = "Attendees:",
            Notes = "Discussions:",
            Actions = "Action items:",
            OldBusiness = "Old business:",
            CarriedLevel = 2,
        };

    /// <summary>Continuous Delivery Foundation: participants with their employers, boxes to tick.</summary>
    public static Dialect Cdf { get; } =
        new()
        {
            Name = "cdf",
            Title = "{group} Meeting - {day}",
            Day = "MMM dd yyyy",
            Person = "{name} / {affiliation}",
            Task = "{task} ({owners})",
            HasBoxes = true,
            Present = "Participants",
        };

    /// <summary>LF AI and Data: the agenda first, <c>Ada Byron - write the docs</c>.</summary>
    public static Dialect LfAi { get; } =
        new()
        {
            Name = "lfai",
            Title = "{group} {day}",
            Day = "dd MMMM yyyy",
            Bullet = "* ",
            Task = "{owners} - {task}",
            Order =
            [
                MinutesPart.Agenda,
                MinutesPart.RollCall,
                MinutesPart.Notes,
                MinutesPart.Decisions,
                MinutesPart.Actions,
                MinutesPart.Links,
            ],
        };

    public static IReadOnlyList<Dialect> All { get; } = [SigHub, Rocky, Cdf, LfAi];

    public override string ToString() => Name;
}

/// <summary>What minutes of one day consist of.</summary>
public enum MinutesPart
{
    RollCall,
    Agenda,
    Notes,
    Decisions,
    Actions,
    Links,
}
