using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Persistence;

namespace SigHub.Testing;

/// <summary>
/// Three months in the life of the cast, ending at a given instant: meetings, actions, decisions and milestones of SIG/Compute,
/// a little of SIG/Inference, and something of the closed Security Response Team that nobody else may see.
/// </summary>
public sealed class Scene
{
    public const string Minutes = """
        # SIG/Compute, kernel and node images

        Present: Ada Quill (Halden Computing), Ines Moreau (Institut Kermeur)
        Regrets: Tomas Lindqvist
        Join: https://video.example/j/4711?pwd=s3cret, passcode: 4711-22
        Questions to ada@foundation.example

        ## Notes
        The kernel of the node image follows the distribution. Warewulf 4.6 boots on the test rack.

        ### Decisions
        We agreed to base the compute node image on the distribution's own kernel.

        ### Action items
        - Ines to finish the wiki page on node images (still open)
        - Tomas to compare the two spec files
        - Chris to ask the mirror team for a second signing key (on hold)
        - <script>alert(1)</script> stays text
        """;

    private readonly SigHubDb _db;
    private readonly DateTime _now;
    private readonly DateOnly _today;
    private readonly Actor _robin;
    private readonly Dictionary<string, Guid> _people;
    private readonly Dictionary<string, Guid> _groups;
    private int _actions;
    private int _decisions;
    private int _milestones;

    private Scene(SigHubDb db, DateTime now, Dictionary<string, Guid> people, Dictionary<string, Guid> groups)
    {
        (_db, _now, _today, _people, _groups) = (db, now, DateOnly.FromDateTime(now), people, groups);
        _robin = new Actor(people["Robin Vale"], isAdministrator: true, []);
    }

    /// <summary>Adds the scene to a database that holds the cast, and saves.</summary>
    public static async Task Load(SigHubDb db, DateTime now)
    {
        var people = await db.People.ToDictionaryAsync(person => person.DisplayName, person => person.Id);
        var groups = await db.Groups.ToDictionaryAsync(group => group.Name, group => group.Id);
        var scene = new Scene(db, now, people, groups);
        scene.MeetingsOfCompute();
        scene.OtherGroups();
        scene.Milestones();
        await db.SaveChangesAsync();

        await db.TakeNumbers(NumberSeries.Actions, scene._actions);
        await db.TakeNumbers(NumberSeries.Decisions, scene._decisions);
        await db.TakeNumbers(NumberSeries.Milestones, scene._milestones);
    }

    private Guid Compute => _groups["SIG/Compute"];

    private void MeetingsOfCompute()
    {
        var first = Held(
            Compute,
            -42,
            "Testing infrastructure",
            "The rack is wired; the first node boots from the network."
        );
        Here(first, "Ada Quill", Presence.Present, "Halden Computing");
        Here(first, "Tomas Lindqvist", Presence.Present, "Nordic Grid");

        var second = Held(
            Compute,
            -28,
            title: null,
            "- Mirrors: **two** offers\n- Kernel: see [the comparison](https://docs.example/kernel)"
        );
        Here(second, "Ada Quill", Presence.Present, "Halden Computing");

        var third = Held(
            Compute,
            -14,
            "Kernel node, Warewulf",
            """
            # Kernel node

            The kernel of the node image **follows the distribution**. Two vendors test it with their drivers; a third asked for the sources.

            - Warewulf 4.6 boots on the test rack
            - The image is 1.1 GB, of which 300 MB are firmware that nobody needs

            #### Warewulf

            | Version | Boots | Notes |
            |---|---|---|
            | 4.5 | yes | slow |
            | 4.6 | yes | needs a newer dracut |

            Questions to ada@foundation.example. <script>alert(1)</script>
            """
        );
        Here(third, "Ada Quill", Presence.Present, "Halden Computing");
        Here(third, "Ines Moreau", Presence.Present, "Institut Kermeur");
        Here(third, "Noor Haddad", Presence.Present, "Vantage Silicon");
        Here(third, "Tomas Lindqvist", Presence.Regrets, "Nordic Grid");
        Here(third, "Chris", Presence.Absent, affiliation: null);
        third.AddToAgenda(_robin, "Kernel of the node image", _now);
        third.AddToAgenda(_robin, "Warewulf 4.6", _now);
        third.AddToAgenda(_robin, "Any other business", _now);
        third.AddLink(_robin, LinkKind.Recording, "Recording", "https://video.example/r/0815", _now);
        third.AddLink(_robin, LinkKind.Meeting, "Video room", "https://video.example/j/4711?pwd=s3cret", _now);

        var cancelled = Meeting.Schedule(_robin, Compute, Day(7), 1, title: null, At(17), _now);
        cancelled.Cancel(_robin, "Half of the group is at a conference.", _now);
        var next = Meeting.Schedule(_robin, Compute, Day(14), 1, "Release candidates", At(17), _now);
        next.AddToAgenda(_robin, "Node image: first release candidate", _now);
        var late = Meeting.Schedule(_robin, Compute, Day(-14), 2, "Working session", At(20), _now);
        late.BeginMinutes(_robin, _now);
        _db.Meetings.AddRange(cancelled, next, late);

        var wiki = Raised(Compute, first, "Finish the wiki page on node images", "Ines Moreau");
        wiki.Report(_robin, second.Id, ActionStatus.Open, second.Date, "half of it is written", _now);
        wiki.Report(_robin, third.Id, ActionStatus.Open, third.Date, note: null, _now);
        wiki.MakeDue(_robin, Day(-3), _now);
        var specs = Raised(
            Compute,
            third,
            "Compare the two spec files and say which one the image should follow",
            "Tomas"
        );
        specs.MakeDue(_robin, Day(2), _now);
        var key = Raised(Compute, second, "Ask the mirror team for a second signing key", "Chris", "Ada Quill");
        key.Report(_robin, third.Id, ActionStatus.OnHold, third.Date, "waits for the vote", _now);
        key.AddNote(_robin, "The mirror team votes in April; write to mirrors@foundation.example", _now);
        var rack = Raised(Compute, first, "Label the cables of the test rack", "Ada Quill");
        rack.Report(_robin, third.Id, ActionStatus.Done, third.Date, note: null, _now);
        var dropped = Raised(Compute, first, "Try the old provisioning tool once more", "Tomas Lindqvist");
        dropped.Drop(_robin, second.Date, "Nobody uses it any more.", _now);

        var kernel = Decided(Compute, third, "Base the compute node image on the distribution's own kernel.");
        kernel.Carry(_robin, Who("Ada Quill"), Who("Ines Moreau"), "carried, 7 for, 1 against", _now);
        Decided(Compute, second, "Take both mirror offers; ask again in a year.");

        var document = ImportedDocument.Receive(
            _robin,
            "kernel-node.md",
            Encoding.UTF8.GetBytes(Minutes),
            DocumentKind.Minutes,
            Compute,
            _now
        );
        _db.Documents.Add(document);
        var arrival = Arrival.Bring(_robin, document.Id, document.FileName, Encoding.UTF8.GetBytes(Minutes), _now);
        arrival.MoveIn(document, records: 5, _now);
        _db.Arrivals.Add(arrival);
        Trace(document, SubjectKind.Meeting, third.Id, 1, 1);
        Trace(document, SubjectKind.Decision, kernel.Id, 12, 12);
        Trace(document, SubjectKind.Action, wiki.Id, 15, 15);
        Trace(document, SubjectKind.Action, specs.Id, 16, 16);
        Trace(document, SubjectKind.Action, key.Id, 17, 17);
    }

    private void OtherGroups()
    {
        var inference = _groups["SIG/Inference"];
        var meeting = Held(inference, -20, "Toolset", "The toolset is built nightly.");
        Raised(inference, meeting, "Write down which models may be redistributed", "Ines Moreau");
        Decided(inference, meeting, "Publish the toolset without model weights.");

        var security = _groups["Security Response Team"];
        var secret = Held(security, -10, "Embargo", "Nothing of this is public yet.");
        Raised(security, secret, "Prepare the embargoed fix", "Mira Okafor");
        Decided(security, secret, "Disclose on the agreed day.");
        Plan(security, "Embargoed release", Period.Month(_today.Year, 6));
    }

    private void Milestones()
    {
        var year = _today.Year;
        var (compute, inference) = (Compute, _groups["SIG/Inference"]);
        Plan(compute, "Node image boots", Period.Day(new DateOnly(year, 2, 20)), "Ada Quill")
            .Become(_robin, MilestoneStatus.Done, reason: null, _now);
        var kernel = Plan(compute, "Kernel of the compute node", Period.Quarter(year, 1), "Ines Moreau");
        kernel.Become(_robin, MilestoneStatus.InProgress, reason: null, _now);
        kernel.Move(_robin, Period.Quarter(year, 2), "The vendors need longer to test.", _now);
        Plan(compute, "Documentation for site administrators", Period.Months(year, 4, year, 6), "Tomas Lindqvist");
        Plan(compute, "Second architecture", Period.Half(year, 2));
        Plan(compute, "Certified by two vendors", Period.Year(year + 1));
        Plan(compute, "Week of testing", Period.Days(new DateOnly(year, 5, 18), new DateOnly(year, 5, 22)));
        Plan(compute, "User conference", Period.At(Horizon.Later));
        Plan(compute, "Ask for test hardware", Period.At(Horizon.Now));
        Plan(inference, "Toolset, first release", Period.Quarter(year, 3));
        Plan(inference, "Images for accelerators", Period.Half(year, 2));
        Plan(inference, "Old build farm", Period.Month(year, 1))
            .Become(_robin, MilestoneStatus.Dropped, "The new one does all of it.", _now);
        Plan(inference, "Model cards", Period.At(Horizon.Next));
        Plan(_groups["Technical Steering Committee"], "Elections", Period.Month(year, 11));
    }

    private Meeting Held(Guid group, int days, string? title, string text)
    {
        var meeting = Meeting.FromDocument(_robin, group, Day(days), 1, title, At(17), text, _now);
        _db.Meetings.Add(meeting);
        return meeting;
    }

    private void Here(Meeting meeting, string name, Presence presence, string? affiliation) =>
        meeting.Mark(_robin, Who(name), presence, affiliation, _now);

    private ActionItem Raised(Guid group, Meeting at, string text, params string[] owners)
    {
        var action = ActionItem.Raise(_robin, ++_actions, group, at.Id, at.Date, text, owners.Select(Who), _now);
        _db.Actions.Add(action);
        return action;
    }

    private Decision Decided(Guid group, Meeting at, string text)
    {
        var decision = Decision.Record(_robin, ++_decisions, group, at.Id, at.Date, text, _now);
        _db.Decisions.Add(decision);
        return decision;
    }

    private Milestone Plan(Guid group, string title, Period period, string? owner = null)
    {
        var milestone = Milestone.Plan(
            _robin,
            ++_milestones,
            group,
            title,
            period,
            owner is null ? null : Who(owner),
            _now
        );
        _db.Milestones.Add(milestone);
        return milestone;
    }

    private void Trace(ImportedDocument document, SubjectKind kind, Guid id, int first, int last) =>
        _db.Traces.Add(new Trace(kind, id, new Provenance(document.Id, first, last), _now));

    /// <summary>"Tomas" is Tomas Lindqvist, under the name as written.</summary>
    private Mention Who(string name) =>
        new(
            name,
            _people
                .Where(person => person.Key == name || person.Key.StartsWith(name + " ", StringComparison.Ordinal))
                .Select(person => (Guid?)person.Value)
                .SingleOrDefault()
        );

    private DateOnly Day(int days) => _today.AddDays(days);

    private static MeetingTime At(int hour) => new(new TimeOnly(hour, 0), "Europe/Berlin", 60);
}
