using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Taking_minutes : OneMeeting
{
    [Fact]
    public void A_meeting_is_scheduled_then_a_draft_then_final()
    {
        Meeting.State.ShouldBe(MeetingState.Scheduled);
        Meeting.BeginMinutes(Sol, During);
        Meeting.State.ShouldBe(MeetingState.Draft);
        Meeting.Finalize(Sol, After);
        Meeting.State.ShouldBe(MeetingState.Final);
    }

    [Fact]
    public void Writing_tells_the_words_before()
    {
        Meeting.Write(Sol, "# Agenda", Before);
        var fact = Meeting.Write(Ada, "# Notes", During);

        (fact.Before, fact.After).ShouldBe(("# Agenda", "# Notes"));
    }

    [Fact]
    public void Members_do_not_write_them() => ShouldBeRefused(() => Meeting.Write(Ines, "x", During), "Only a chair");

    [Fact]
    public void They_are_not_final_before_the_meeting_has_begun()
    {
        ShouldBeRefused(() => Meeting.Finalize(Sol, Before), "has not begun");
        Meeting.Finalize(Sol, During);
        ShouldBeRefused(() => Meeting.Finalize(Sol, During), "already final");
    }

    [Fact]
    public void Final_ones_change_only_with_a_reason()
    {
        ShouldBeRefused(() => Meeting.Amend(Sol, "x", "typo", During), "not final yet");
        Meeting.Finalize(Sol, After);

        ShouldBeRefused(() => Meeting.Write(Sol, "x", After), "amend them with a reason");
        ShouldBeRefused(() => Meeting.AddToAgenda(Sol, "x", After), "amend them with a reason");
        ShouldBeRefused(() => Meeting.Amend(Sol, "x", " ", After), "Say why");
        Meeting.Amend(Sol, "x", "typo", After).Summary.ShouldEndWith(": typo");
    }

    [Fact]
    public void What_a_document_brings_is_final_and_open_for_the_next_document()
    {
        var old = FromDocument("2023-11-15");

        old.State.ShouldBe(MeetingState.Final);
        old.Write(Sol, "more", Now);
        old.AddToAgenda(Sol, "Old business", Now);
        old.Text.ShouldBe("more");
    }

    [Fact]
    public void A_document_may_tell_of_a_meeting_to_come_or_of_one_that_was_cancelled()
    {
        FromDocument("2026-03-05").State.ShouldBe(MeetingState.Scheduled);

        var cancelled = FromDocument("2023-11-15");
        cancelled.CancelAsWritten(Sol, reason: null, Now);
        cancelled.State.ShouldBe(MeetingState.Cancelled);
    }

    [Fact]
    public void Its_instant_follows_its_day_and_time()
    {
        Meeting.StartsAt.ShouldBe(During);
        var fact = Meeting.MoveTo(Sol, Day("2026-04-02"), 2, Meeting.Time, Now);

        Meeting.StartsAt.ShouldBe(new DateTime(2026, 4, 2, 8, 0, 0, DateTimeKind.Utc));
        Meeting.Address.ShouldBe("2026-04-02-2");
        fact.Summary.ShouldBe(
            "moved the meeting of 5 March 2026, 10:00 Europe/Berlin to 2 April 2026 (2), 10:00 Europe/Berlin"
        );
        ShouldBeRefused(() => Meeting.MoveTo(Sol, Day("2026-04-02"), 0, null, Now), "counted from 1");
    }

    [Fact]
    public void One_without_a_time_is_over_when_its_day_is_over_everywhere()
    {
        var vague = Meeting.Schedule(Ada, Compilers.Id, Today, 1, null, time: null, Now);

        vague.StartsAt.ShouldBeNull();
        vague.HasEndedAt(new DateTime(2026, 3, 5, 11, 59, 0, DateTimeKind.Utc)).ShouldBeFalse();
        vague.HasEndedAt(new DateTime(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc)).ShouldBeTrue();
    }

    [Fact]
    public void A_closed_one_says_so_in_its_facts()
    {
        Meeting.ShowTo(Ada, Visibility.Closed, Now);

        Meeting.Write(Sol, "secret", Now).Subject.Visibility.ShouldBe(Visibility.Closed);
        ShouldBeRefused(() => Meeting.ShowTo(Sol, Visibility.Public, Now), "who sees a meeting");
    }

    private static Meeting FromDocument(string date) =>
        Meeting.FromDocument(Sol, Compilers.Id, Day(date), 1, title: null, time: null, "notes", Now);
}
