using FsCheck;
using FsCheck.Fluent;

namespace SigHub.Minutes.Tests;

/// <summary>Meetings made of records, as the portal has them: nobody has written their minutes yet.</summary>
internal static class InventedRecords
{
    private static readonly string[] People =
    [
        "Ada Byron",
        "Grace Hill",
        "Tim Moss",
        "Nina Sol",
        "Omar Reed",
        "Zoé Petit",
        "Li Wei",
        "Anna van der Berg",
    ];

    private static readonly string?[] Employers =
    [
        null,
        "Acme",
        "Initech Labs",
        "Globex, Inc.",
        "Hooli / Research",
        "Blue Stone Group",
    ];

    private static readonly string[] Groups = ["Widgets SIG", "SIG/HPC", "Docs Working Group", "Technical Committee"];

    private static readonly string[] OddGroups = ["Platform", "Release & Packaging", "kernel"];

    private static readonly string[] Tasks =
    [
        "write the docs",
        "Review the budget for the summit",
        "report to the board by Friday",
        "ask legal about the logo (again)",
        "update https://example.org/a_b_c",
        "move the tracker to *another* server",
        "fix the build: it fails on arm",
        "publish the notes of 2024-01-04",
        "send the link to Grace",
        "1. collect, 2. sort, 3. publish",
        "find a venue - not the old one",
        "rotate the `deploy` keys",
    ];

    private static readonly string[] OddTasks =
    [
        "TODO: what this said",
        "Ada: review and Tim to publish",
        "done, or nearly",
        "[DONE] clean up",
        "None",
        "# of seats",
        "| a | b |",
        "ask @grace and @tim",
        "we agreed to meet again.",
        "Ada Byron",
        "12) years",
        "\\o/ _so_ ~~struck~~ <b>bold</b> &amp;",
        "“Grace can arrange that”",
        "[due] tomorrow",
        "ACTION",
    ];

    private static readonly string?[] Remarks =
    [
        null,
        null,
        "Done",
        "done, no feedback yet",
        "waiting for the board",
        "on going, a bit slow",
        "Not done",
    ];

    private static readonly string[] Settled =
    [
        "We agreed to ship on Monday.",
        "The charter is adopted",
        "RESOLVED: The report is accepted as amended.",
        "use one board for all",
        "Motion by Ada Byron, seconded by Grace Hill, to accept the budget: carried.",
    ];

    private static readonly string[] Topics =
    [
        "Welcome",
        "Budget for 2025",
        "Release 2.0: what is left",
        "Any other business",
        "Recording: who keeps it?",
        "1. Opening",
    ];

    private static readonly string?[] Discussions =
    [
        null,
        "The build is slow.\n\nNobody knows why.",
        "* Build\n  * slow\n  * nobody knows why\n* Docs",
        "### Build\n\nIt is slow.\n\n### Docs\n\n1. old\n2. wrong",
        "```\nACTION: not this\n```\n\nA remark.",
    ];

    private static readonly string[] Notes =
    [
        "the old one is full",
        "see [the plan](https://example.org/plan)",
        "*maybe* later",
        "2 of 3",
    ];

    private static readonly ReadLink[] Links =
    [
        new("recording", "https://example.org/rec/1", LinkKind.Recording),
        new(null, "https://example.org/slides.pdf", LinkKind.Document),
        new("the [draft]", "https://example.org/draft_1", LinkKind.Website),
    ];

    /// <summary>What people record day by day.</summary>
    public static Arbitrary<ReadMeeting> Ordinary { get; } = Arb.From(Meeting(Groups, Tasks));

    /// <summary>Records in words that are the minutes' own signs.</summary>
    public static Arbitrary<ReadMeeting> Odd { get; } =
        Arb.From(Meeting([.. Groups, .. OddGroups], [.. Tasks, .. OddTasks]));

    private static Gen<ReadMeeting> Meeting(string[] groups, string[] tasks) =>
        from @group in Gen.Elements(groups)
        from day in Gen.Choose(0, 900)
        from time in Gen.Elements<(TimeOnly?, string?)>(
            (null, null),
            (new TimeOnly(16, 0), "Etc/UTC"),
            (new TimeOnly(9, 30), "Europe/Stockholm"),
            (new TimeOnly(18, 5), null)
        )
        from state in Gen.Frequency(
            (9, Gen.Constant<MeetingState?>(null)),
            (1, Gen.Constant<MeetingState?>(MeetingState.Cancelled))
        )
        from attendees in Several(People.Length, Gen.Elements(People), Attendee)
        from agenda in Several(4, Gen.Elements(Topics), title => Gen.Constant(new ReadAgendaItem(title, default)))
        from decisions in Several(2, Gen.Elements(Settled), Decision)
        from actions in Several(6, Gen.Elements(tasks), Action)
        from links in Several(2, Gen.Elements(Links), Gen.Constant)
        from notes in Gen.Elements(Discussions)
        select new ReadMeeting(
            @group,
            new DateOnly(2023, 1, 1).AddDays(day),
            time.Item1,
            time.Item2,
            state,
            null,
            attendees,
            agenda,
            decisions,
            actions,
            links,
            notes,
            default
        );

    private static Gen<List<TRecord>> Several<TWord, TRecord>(
        int most,
        Gen<TWord> words,
        Func<TWord, Gen<TRecord>> record
    )
    {
        var list =
            from count in Gen.Choose(0, most)
            from drawn in Gen.ArrayOf(words, count)
            select drawn.Distinct().ToArray();
        return list.SelectMany(drawn => Gen.CollectToList(drawn, record));
    }

    private static Gen<ReadAttendee> Attendee(string name) =>
        from affiliation in Gen.Elements(Employers)
        from presence in Gen.Elements(Presence.Present, Presence.Present, Presence.Regrets, Presence.Absent)
        select new ReadAttendee(name, affiliation, presence, default);

    private static Gen<ReadDecision> Decision(string text) =>
        from id in Gen.Elements(null, "D-17")
        from mover in Gen.Elements(null, "Ada Byron")
        from result in Gen.Elements(null, "carried", "7 for, 1 against")
        select new ReadDecision(id, text, mover, mover is null ? null : "Grace Hill", result, default);

    private static Gen<ReadAction> Action(string text) =>
        from id in Gen.Elements(null, "A-142")
        from owners in Several(2, Gen.Elements(People), name => Gen.Constant(new ReadOwner(name, name)))
        from status in Gen.Elements(Enum.GetValues<ActionStatus>())
        from remark in Gen.Elements(Remarks)
        from due in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 3, 4))
        from notes in Several(2, Gen.Elements(Notes), Gen.Constant)
        select new ReadAction(id, text, owners, status, null, remark, due, notes, Origin.Explicit, 1, default);
}
