using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence.Mapping;

internal static class MeetingMapping
{
    public static void MapMeetings(this ModelBuilder model)
    {
        var meeting = model.Table<Meeting>("meetings");
        meeting.Ignore(m => m.Subject);
        meeting.Ignore(m => m.LiveText);
        meeting.Property(m => m.Title).HasMaxLength(Parts.NameLength);
        meeting.Has(m => m.Time);
        meeting.ComplexProperty(
            m => m.Opening,
            part =>
            {
                part.Property(o => o.ByPersonId);
                part.Property(o => o.At);
            }
        );
        meeting.ComplexProperty(
            m => m.Finalization,
            part =>
            {
                part.Property(f => f.ByPersonId);
                part.Property(f => f.At);
                part.Property(f => f.FromDocument);
            }
        );
        meeting.ComplexProperty(
            m => m.Cancellation,
            part =>
            {
                part.Property(c => c.ByPersonId);
                part.Property(c => c.Reason);
                part.Property(c => c.At);
            }
        );
        meeting.ComplexProperty(
            m => m.Approval,
            part =>
            {
                part.Property(a => a.ByPersonId);
                part.Property(a => a.At);
                part.Property(a => a.AtMeetingId);
            }
        );
        meeting.PointsTo<Group>(nameof(Meeting.GroupId));
        meeting.PointsTo<MeetingSeries>(nameof(Meeting.SeriesId));
        meeting
            .HasIndex(m => new
            {
                m.GroupId,
                m.Date,
                m.Slot,
            })
            .IsUnique();
        meeting.HasIndex(m => m.StartsAt);
        meeting.HasParts(m => m.Attendances, "MeetingId");
        meeting.HasParts(m => m.Agenda, "MeetingId");
        meeting.HasParts(m => m.Links, "MeetingId");

        var attendance = model.Table<Attendance>("attendances");
        attendance.Ignore(a => a.Who);
        attendance.Property(a => a.Name).HasMaxLength(Parts.NameLength);
        attendance.Property(a => a.Affiliation).HasMaxLength(Parts.NameLength);
        attendance.PointsTo<Person>(nameof(Attendance.PersonId));
        var item = model.Table<AgendaItem>("agenda_items");
        item.Ignore(i => i.Plan);
        item.Has(i => i.Owner);
        model.Table<MeetingLink>("meeting_links");

        // Not loaded with the meeting: there are many, and no rule asks for them.
        meeting.HasMany(m => m.Edits).WithOne().HasForeignKey(e => e.MeetingId).OnDelete(DeleteBehavior.Cascade);
        var edit = model.Table<MinutesEdit>("minutes_edits");
        edit.HasIndex(e => new { e.MeetingId, e.TextVersion }).IsUnique();
        edit.HasIndex(e => new
            {
                e.MeetingId,
                e.Pen,
                e.Stroke,
            })
            .IsUnique();
        edit.HasIndex(e => e.ToldAt);

        var decision = model.Table<Decision>("decisions");
        decision.Ignore(d => d.Subject);
        decision.Has(d => d.Mover);
        decision.Has(d => d.Seconder);
        decision.HasIndex(d => d.Number).IsUnique();
        decision.HasIndex(d => new { d.GroupId, d.DecidedOn });
        decision.PointsTo<Group>(nameof(Decision.GroupId));
        decision.PointsTo<Meeting>(nameof(Decision.MeetingId));
    }

    public static void MapTopics(this ModelBuilder model)
    {
        var topic = model.Table<Topic>("topics");
        topic.Ignore(t => t.Subject);
        topic.Ignore(t => t.Plan);
        topic.Has(t => t.Owner);
        topic.ComplexProperty(
            t => t.Answer,
            part =>
            {
                part.Property(a => a.ByPersonId);
                part.Property(a => a.At);
                part.Property(a => a.MeetingId);
                part.Property(a => a.Declined);
            }
        );
        topic.PointsTo<Group>(nameof(Topic.GroupId));
        topic.PointsTo<Person>(nameof(Topic.ByPersonId));
        topic.HasOne<Meeting>().WithMany().HasForeignKey(t => t.ForMeetingId).OnDelete(DeleteBehavior.SetNull);
        topic.HasOne<Meeting>().WithMany().HasForeignKey(t => t.LeftByMeetingId).OnDelete(DeleteBehavior.SetNull);

        var revision = model.Table<MinutesRevision>("minutes_revisions");
        revision.HasIndex(r => new { r.MeetingId, r.Number }).IsUnique();
        revision.PointsTo<Person>(nameof(MinutesRevision.ByPersonId));
        revision.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    public static void MapSeries(this ModelBuilder model)
    {
        var series = model.Table<MeetingSeries>("meeting_series");
        series.Ignore(s => s.Subject);
        series.Property(s => s.Title).HasMaxLength(Parts.NameLength);
        series.PointsTo<Group>(nameof(MeetingSeries.GroupId));
        series.HasParts(s => s.Slots, "SeriesId");

        var slot = model.Table<SeriesSlot>("series_slots");
        slot.Property(s => s.Rule)
            .HasConversion(rule => rule.ToString()!, text => RecurrenceRule.Parse(text))
            .HasMaxLength(200);
        slot.Has(s => s.Time);
        slot.HasParts(s => s.Changes, "SlotId");
        model.Table<SlotChange>("slot_changes");
    }
}
