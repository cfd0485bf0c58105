using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;
using SigHub.Minutes;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>
/// A document that is another version of a known one: what it words otherwise is taken over where only documents spoke so far,
/// and offered side by side where people changed the record since. What it no longer says stays.
/// </content>
internal sealed partial class MoveIn
{
    private const double SomewhatAlike = 0.5;
    private const double RatherAlike = 0.65;
    private const double VeryAlike = 0.85;
    private const int MostCandidates = 3;

    private readonly HashSet<string> _saidBefore = [];
    private readonly HashSet<string> _saysNow = [];
    private EarlierVersion? _earlier;
    private HashSet<Guid> _touched = [];

    /// <summary>The same file name in the same group, about a meeting of its; or another file about the same latest meeting.</summary>
    private async Task FindEarlierVersion()
    {
        if (MainIsNew)
            return;

        var known = await (
            from document in _db.Documents
            where document.GroupId == Main.Id && document.Sha256 != _reading.Sha256
            orderby document.At descending, document.Id descending
            select new
            {
                document.Id,
                document.FileName,
                document.At,
                Days = (
                    from trace in _db.Traces
                    join meeting in _db.Meetings on trace.SubjectId equals meeting.Id
                    where trace.Provenance.DocumentId == document.Id && meeting.GroupId == Main.Id
                    select meeting.Date
                ).ToList(),
            }
        ).ToListAsync(_stop);
        var days = _reading.Meetings.Select(read => read.Date).OfType<DateOnly>().ToHashSet();
        var same =
            known.Find(one =>
                one.FileName == _upload.FileName
                && (days.Count == 0 ? one.Days.Count == 0 : one.Days.Exists(days.Contains))
            ) ?? known.Find(one => days.Count > 0 && one.Days.Count > 0 && one.Days.Max() == days.Max());
        if (same is null)
            return;

        _earlier = new EarlierVersion(same.Id, same.FileName, same.At, same.FileName == _upload.FileName, []);
        var source = await _db.Documents.Where(d => d.Id == same.Id).Select(d => d.Source).SingleAsync(_stop);
        _saidBefore.UnionWith(SaidBy(MinutesReader.Read(same.FileName, source)));
        _saysNow.UnionWith(SaidBy(_reading));

        var groups = GroupIds();
        _touched =
        [
            .. await _db
                .Activity.Where(entry => entry.GroupId != null && groups.Contains(entry.GroupId.Value))
                .Where(entry => !_db.ImportChanges.Any(change => change.RecordId == entry.Id))
                .Select(entry => entry.SubjectId)
                .Distinct()
                .ToListAsync(_stop),
        ];
    }

    /// <summary>A record of the earlier version that this one says in other words, and no longer in those.</summary>
    private T? Reworded<T>(IEnumerable<T> known, string kind, Func<T, string> text, string words)
        where T : class =>
        _earlier is not { IsSameFile: true }
            ? null
            : known
                .Where(one =>
                    _saidBefore.Contains(Saying(kind, text(one))) && !_saysNow.Contains(Saying(kind, text(one)))
                )
                .Select(one => (One: one, Alike: SameWords.Likeness(text(one), words)))
                .Where(one => one.Alike >= SomewhatAlike)
                .OrderByDescending(one => one.Alike)
                .Select(one => one.One)
                .FirstOrDefault();

    private List<Difference> ActionDiffers(Wanted wanted, ActionItem action)
    {
        var read = wanted.Read;
        var differences = new List<Difference?>
        {
            Differ(
                read,
                action.Id,
                "words",
                action.Text,
                read.Text,
                Saying("action", read.Text),
                () => _db.Record(action.Reword(_by, read.Text, _now))
            ),
        };
        if (!action.IsClosed)
        {
            var owners = string.Join(", ", action.Owners.OrderBy(owner => owner.Order).Select(owner => owner.Name));
            if (!HasOwnersOf(action, read))
            {
                differences.Add(
                    Differ(
                        read,
                        action.Id,
                        "owner",
                        owners,
                        OwnersOf(read),
                        Saying("action", read.Text, "owner", OwnersOf(read)),
                        () => _db.Record(action.Reassign(_by, OwnersIn(wanted), _now))
                    )
                );
            }

            if (read.Due is { } due && due >= action.RaisedOn)
            {
                differences.Add(
                    Differ(
                        read,
                        action.Id,
                        "due day",
                        action.Due is { } now ? Iso(now) : null,
                        Iso(due),
                        Saying("action", read.Text, "due day", Iso(due)),
                        () => _db.Record(action.MakeDue(_by, due, _now))
                    )
                );
            }
        }

        var asOf = read.StatusAsOf ?? wanted.Meeting.Date;
        if (ReportedByAPerson(action, asOf) is { } reported && reported.Status != Status(read))
        {
            differences.Add(
                Differ(
                    read,
                    action.Id,
                    "state",
                    reported.Status.Name(),
                    Status(read).Name(),
                    Saying("action", read.Text, "state", Status(read).Name()),
                    () => _db.Record(action.Report(_by, wanted.Meeting.Id, Status(read), asOf, read.StatusNote, _now))
                )
            );
        }

        return [.. differences.OfType<Difference>()];
    }

    private List<Mention> OwnersIn(Wanted wanted) =>
        [.. wanted.Read.Owners.Select(owner => Mentioned(wanted.Group, owner.Name, owner.Person))];

    /// <summary>What somebody themselves reported as of that day counts for more than what a document says of it.</summary>
    private static ActionState? ReportedByAPerson(ActionItem action, DateOnly asOf) =>
        action.InOrder().LastOrDefault(state => state.PersonId is not null && state.AsOf == asOf);

    private List<Difference> DecisionDiffers(ReadDecision read, Decision decision) =>
        [
            .. new[]
            {
                Differ(
                    read,
                    decision.Id,
                    "words",
                    decision.Text,
                    read.Text,
                    Saying("decision", read.Text),
                    () => _db.Record(decision.Reword(_by, read.Text, _now))
                ),
                Differ(
                    read,
                    decision.Id,
                    "result",
                    decision.Result,
                    read.Result,
                    Saying("decision", read.Text, "result", read.Result),
                    () => _db.Record(decision.Carry(_by, decision.Mover, decision.Seconder, read.Result, _now))
                ),
            }.OfType<Difference>(),
        ];

    private List<Difference> MilestoneDiffers(ReadMilestone read, Domain.Roadmaps.Period period, Milestone milestone)
    {
        var reason = $"“{_upload.FileName}” says so.";
        var differences = new List<Difference?>
        {
            Differ(
                read,
                milestone.Id,
                "title",
                milestone.Title,
                read.Title,
                Saying("milestone", read.Title),
                () => _db.Record(milestone.Retitle(_by, read.Title, _now))
            ),
        };
        if (!milestone.Status.IsClosed())
        {
            differences.Add(
                Differ(
                    read,
                    milestone.Id,
                    "period",
                    milestone.Period.Text,
                    period.Text,
                    Saying("milestone", read.Title, "period", read.Period),
                    () =>
                    {
                        if (period != milestone.Period)
                            _db.Record(milestone.Move(_by, period, reason, _now));
                    }
                )
            );
        }

        if (StatusOf(read.Status) is { } status && status != milestone.Status)
        {
            differences.Add(
                Differ(
                    read,
                    milestone.Id,
                    "state",
                    milestone.Status.Name(),
                    status.Name(),
                    Saying("milestone", read.Title, "state", read.Status),
                    () => _db.Record(milestone.Become(_by, status, reason, _now))
                )
            );
        }

        return [.. differences.OfType<Difference>()];
    }

    private List<Difference> MeetingDiffers(ReadMeeting read, Meeting meeting)
    {
        if (meeting.IsLocked || meeting.IsCancelled || meeting.Text.Length == 0)
            return [];

        var text = Discussion.Of(read.Notes, read.Title);
        return
        [
            .. new[]
            {
                Differ(
                    read,
                    meeting.Id,
                    "minutes",
                    meeting.Text,
                    text.Length == 0 ? null : text,
                    Saying("meeting", Iso(meeting.Date), "minutes", text),
                    () => _db.Record(meeting.Write(_by, text, _now))
                ),
            }.OfType<Difference>(),
        ];
    }

    /// <summary>Null where both say the same, or where the earlier version said it as this one does.</summary>
    private Difference? Differ(
        object read,
        Guid nounId,
        string field,
        string? here,
        string? there,
        string saying,
        Action takeOver
    )
    {
        var isChosen = ChosenFor(read) is { } id && id != Choices.SomethingNew;
        if (there is null || SameWords.AreSame(here ?? "", there) || (_earlier is null && !isChosen))
            return null;
        if (!isChosen && _saidBefore.Contains(saying))
            return null;

        var key = $"{_sheet.KeyOf(read)}/{field}";
        bool? chosen = _upload.TakenOver.TryGetValue(key, out var choice) ? choice : null;
        var isTaken = chosen ?? (!isChosen && _earlier is { IsSameFile: true } && !_touched.Contains(nounId));
        if (isTaken)
            takeOver();
        return new Difference(
            key,
            field,
            here ?? "nothing",
            there,
            isTaken,
            IsOpen: chosen is null && !isTaken && !isChosen
        );
    }

    private async Task TellWhatIsGone()
    {
        if (_earlier is not { IsSameFile: true } earlier)
            return;

        var landed = _landed.Select(record => record.SubjectId).OfType<Guid>().ToHashSet();
        var told = await _db
            .Traces.Where(trace => trace.Provenance.DocumentId == earlier.DocumentId)
            .Select(trace => trace.SubjectId)
            .ToListAsync(_stop);
        var gone = told.Where(id => !landed.Contains(id)).Distinct().ToList();
        if (gone.Count == 0)
            return;

        var actions = await _db
            .Actions.Where(action => gone.Contains(action.Id))
            .Select(action => new { action.Number, action.Text })
            .ToListAsync(_stop);
        var decisions = await _db
            .Decisions.Where(decision => gone.Contains(decision.Id))
            .Select(decision => new { decision.Number, decision.Text })
            .ToListAsync(_stop);
        var milestones = await _db
            .Milestones.Where(milestone => gone.Contains(milestone.Id))
            .Select(milestone => new { milestone.Number, Text = milestone.Title })
            .ToListAsync(_stop);
        _earlier = earlier with
        {
            Gone =
            [
                .. actions.Select(one => new GoneRecord(SubjectKind.Action, one.Number, one.Text)),
                .. decisions.Select(one => new GoneRecord(SubjectKind.Decision, one.Number, one.Text)),
                .. milestones.Select(one => new GoneRecord(SubjectKind.Milestone, one.Number, one.Text)),
            ],
        };
    }

    private static IEnumerable<string> SaidBy(Reading reading)
    {
        foreach (var meeting in reading.Meetings)
        {
            if (meeting.Date is { } date)
                yield return Saying("meeting", Iso(date), "minutes", Discussion.Of(meeting.Notes, meeting.Title));
            foreach (var action in meeting.Actions)
            {
                yield return Saying("action", action.Text);
                yield return Saying("action", action.Text, "owner", OwnersOf(action));
                yield return Saying("action", action.Text, "state", Status(action).Name());
                if (action.Due is { } due)
                    yield return Saying("action", action.Text, "due day", Iso(due));
            }

            foreach (var decision in meeting.Decisions)
            {
                yield return Saying("decision", decision.Text);
                yield return Saying("decision", decision.Text, "result", decision.Result);
            }
        }

        foreach (var milestone in reading.Milestones)
        {
            yield return Saying("milestone", milestone.Title);
            yield return Saying("milestone", milestone.Title, "period", milestone.Period);
            yield return Saying("milestone", milestone.Title, "state", milestone.Status);
        }
    }

    private static string Saying(string kind, string text, string? field = null, string? value = null) =>
        $"{kind}|{SameWords.Fold(text)}|{field}|{SameWords.Fold(value ?? "")}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A known document that this one is another version of.</summary>
/// <param name="IsSameFile">It has the same name, and not only the same meeting.</param>
/// <param name="Gone">What it told and this one does not; it stays.</param>
public sealed record EarlierVersion(
    Guid DocumentId,
    string FileName,
    DateTime At,
    bool IsSameFile,
    IReadOnlyList<GoneRecord> Gone
);

public sealed record GoneRecord(SubjectKind Kind, int Number, string Text);
