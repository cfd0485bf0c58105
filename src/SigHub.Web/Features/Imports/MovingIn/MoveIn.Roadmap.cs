using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.Roadmaps;
using SigHub.Minutes;
using SigHub.Web.Persistence;
using DomainPrecision = SigHub.Domain.Roadmaps.Precision;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>When a group meets, and what it means to reach.</content>
internal sealed partial class MoveIn
{
    private const int UsualMinutes = 60;

    private async Task LandSeries()
    {
        var groups = GroupIds();
        var known = await _db
            .Series.Where(series => groups.Contains(series.GroupId))
            .Include(series => series.Slots)
            .ToListAsync(_stop);
        foreach (var read in _reading.Series)
        {
            var group = GroupCalled(read.Group);
            if (read.Time is not { } start || Rule(read.Rrule) is not { } rule)
            {
                Land(
                    read,
                    SubjectKind.Series,
                    Landing.LeftOut,
                    null,
                    read.Lines,
                    read.Rrule,
                    hint: "Say at which time it meets."
                );
                continue;
            }

            var time = new MeetingTime(start, read.Zone ?? group.Zone, UsualMinutes);
            var series = known.Find(one => one.GroupId == group.Id);
            var isNew =
                series?.Slots.Any(slot =>
                    slot.Rule.Equals(rule) && slot.Time.Start == time.Start && slot.Time.Zone == time.Zone
                ) != true;
            if (series is null)
            {
                series = MeetingSeries.Create(_by, group.Id, group.Name, _now);
                known.Add(series);
                _db.Series.Add(series);
            }

            if (isNew)
                series.AddSlot(_by, rule, FirstDay(rule, group), time, _now);
            Land(
                read,
                SubjectKind.Series,
                isNew ? Landing.New : Landing.Known,
                series.Id,
                read.Lines,
                $"{read.Rrule} at {Components.Days.Time(start)} {time.Zone}",
                group.Name,
                isNew && rule.Interval > 1
                    ? "Check the next date: the document does not say in which week the rhythm starts."
                    : null
            );
        }
    }

    /// <summary>A document names the rhythm and not its first day: the group's latest meeting is one of its days, else this week's.</summary>
    private DateOnly FirstDay(RecurrenceRule rule, Group group)
    {
        var today = DateOnly.FromDateTime(_now);
        var met = _knownMeetings
            .Where(meeting => meeting.GroupId == group.Id && meeting.Date <= today)
            .Select(meeting => meeting.Date);
        foreach (var day in met.OrderDescending())
        {
            if (rule.DaysFrom(day).FirstOrDefault() == day)
                return day;
        }

        return rule.DaysFrom(today.AddDays(rule.Frequency is Frequency.Monthly ? 1 - today.Day : -6))
            .FirstOrDefault(today);
    }

    private static RecurrenceRule? Rule(string text)
    {
        try
        {
            return RecurrenceRule.Parse(text);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    private async Task LandMilestones()
    {
        var groups = GroupIds();
        var known = await _db.Milestones.Where(milestone => groups.Contains(milestone.GroupId)).ToListAsync(_stop);
        var read = _reading
            .Milestones.Select(one => (Read: one, Group: GroupCalled(one.Group), Period: PeriodOf(one)))
            .ToList();
        var wasThere = known.ToHashSet();
        var fresh = read.Count(one => one.Period is not null && Find(one.Group, one.Read) is null);
        var number = fresh == 0 ? 0 : await _take(NumberSeries.Milestones, fresh);

        foreach (var (one, group, period) in read)
        {
            if (period is null)
            {
                Land(
                    one,
                    SubjectKind.Milestone,
                    Landing.LeftOut,
                    null,
                    one.Lines,
                    one.Title,
                    one.Period,
                    "Its period cannot be read.",
                    record => record with { Values = ValuesOf(one) }
                );
                continue;
            }

            var milestone = Find(group, one);
            var landing = milestone is null ? Landing.New : Landing.Known;
            if (milestone is null)
            {
                milestone = Milestone.Plan(
                    _by,
                    number++,
                    group.Id,
                    one.Title,
                    period,
                    one.Owner is { } owner ? Mentioned(group, owner) : null,
                    _now
                );
                if (StatusOf(one.Status) is { } status and not MilestoneStatus.Planned)
                    milestone.Become(_by, status, one.Status, _now);
                _db.Milestones.Add(milestone);
                known.Add(milestone);
            }

            Land(
                one,
                SubjectKind.Milestone,
                landing,
                milestone.Id,
                one.Lines,
                one.Title,
                Join(period.Text, one.Status),
                with: record =>
                    record with
                    {
                        Name = landing is Landing.Known ? milestone.Reference : null,
                        Values = ValuesOf(one),
                        IsDecided = ChosenFor(one) is not null,
                        Candidates = Alike(group, milestone, one),
                        Differences = landing is Landing.Known ? MilestoneDiffers(one, period, milestone) : [],
                    }
            );
        }

        Milestone? Find(Group group, ReadMilestone one) =>
            ChosenFor(one) is { } id
                ? known.Find(milestone => milestone.Id == id)
                : known.Find(milestone =>
                    milestone.GroupId == group.Id
                    && (milestone.Reference == one.Id || SameWords.AreSame(milestone.Title, one.Title))
                ) ?? Reworded(known.Where(m => m.GroupId == group.Id), "milestone", m => m.Title, one.Title);

        IReadOnlyList<Candidate> Alike(Group group, Milestone landed, ReadMilestone one) =>
            wasThere.Contains(landed) && ChosenFor(one) is null
                ? []
                :
                [
                    .. wasThere
                        .Where(other => other.GroupId == group.Id)
                        .Select(other => (other, Alike: SameWords.Likeness(other.Title, one.Title)))
                        .Where(other => other.Alike >= SomewhatAlike)
                        .OrderByDescending(other => other.Alike)
                        .Take(MostCandidates)
                        .Select(other => new Candidate(other.other.Id, other.other.Reference, other.other.Title)),
                ];
    }

    private static Edit ValuesOf(ReadMilestone one) =>
        new()
        {
            Text = one.Title,
            Who = one.Owner,
            Period = one.Period,
            Status = one.Status,
        };

    private static Period? PeriodOf(ReadMilestone read)
    {
        var precision = Enum.Parse<DomainPrecision>(read.Precision.ToString());
        try
        {
            if (precision is DomainPrecision.Horizon)
                return Enum.TryParse<Horizon>(read.Period, ignoreCase: true, out var horizon)
                    ? Period.At(horizon)
                    : null;
            return new Period(read.Start, read.End, precision, read.Period ?? "");
        }
        catch (RuleBroken) when (read is { Start: { } start, End: { } end } && start <= end)
        {
            // The days do not make up whole months or quarters: they are kept as days.
            return Period.Days(start, end, read.Period);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    private static MilestoneStatus? StatusOf(string? words) =>
        SameWords.Fold(words ?? "") switch
        {
            "done" or "complete" or "completed" or "shipped" or "released" => MilestoneStatus.Done,
            "in progress" or "ongoing" or "started" or "wip" => MilestoneStatus.InProgress,
            "dropped" or "cancelled" or "canceled" => MilestoneStatus.Dropped,
            "planned" or "not started" => MilestoneStatus.Planned,
            _ => null,
        };
}
