using SigHub.Domain.Actions;

namespace SigHub.Domain.Tests.Actions;

public sealed class Carrying_an_action : OneAction
{
    private static readonly Guid FebruaryMeeting = Guid.NewGuid();
    private static readonly Guid MarchMeeting = Guid.NewGuid();
    private static readonly DateOnly February = new(2026, 2, 11);
    private static readonly DateOnly March = new(2026, 3, 4);

    [Fact]
    public void Each_later_meeting_that_lists_it_counts_once()
    {
        Action.Report(Sol, FebruaryMeeting, ActionStatus.Open, February, "pending", Now);
        Action.Report(Sol, FebruaryMeeting, ActionStatus.InProgress, February, "half done", Now);
        Action.Report(Sol, MarchMeeting, ActionStatus.Done, March, note: null, Now);

        Action.CarriedTimes().ShouldBe(2);
        Action.CarriedThrough().ShouldBe([FebruaryMeeting, MarchMeeting]);
    }

    [Fact]
    public void The_meeting_that_raised_it_did_not_carry_it()
    {
        Action.Report(Sol, JanuaryMeeting, ActionStatus.InProgress, January, note: null, Now);

        Action.CarriedTimes().ShouldBe(0);
        Action.Status.ShouldBe(ActionStatus.InProgress, "recorded later on the same day");
    }

    [Fact]
    public void Documents_in_any_order_end_in_the_same_state()
    {
        var (forth, back) = (Raised(), Raised());
        forth.Report(Sol, FebruaryMeeting, ActionStatus.OnHold, February, note: null, Now);
        forth.Report(Sol, MarchMeeting, ActionStatus.Done, March, note: null, Now);
        back.Report(Sol, MarchMeeting, ActionStatus.Done, March, note: null, Now);
        back.Report(Sol, FebruaryMeeting, ActionStatus.OnHold, February, note: null, Now);

        back.Status.ShouldBe(forth.Status);
        back.StatusAsOf.ShouldBe(March);
        back.InOrder().Select(s => s.Status).ShouldBe(forth.InOrder().Select(s => s.Status));
    }

    [Fact]
    public void Its_state_on_a_day_is_the_latest_known_before_the_day_was_over()
    {
        Action.Report(Sol, FebruaryMeeting, ActionStatus.OnHold, February, note: null, Now);
        Action.Close(Ines, March, note: null, Now);

        Action.StateOn(January.AddDays(-1)).ShouldBeNull();
        Action.StateOn(February.AddDays(-1))!.Status.ShouldBe(ActionStatus.Open);
        Action.StateOn(February)!.Status.ShouldBe(ActionStatus.OnHold);
        Action.StateOn(March)!.Status.ShouldBe(ActionStatus.Done);
    }

    [Fact]
    public void An_older_state_is_history_only()
    {
        Action.Close(Ines, March, note: null, Now);
        Action.Change(Sol, ActionStatus.OnHold, February, "as the minutes say", Now);

        Action.Status.ShouldBe(ActionStatus.Done);
    }

    [Fact]
    public void The_same_report_again_is_known_already()
    {
        Action.Report(Sol, FebruaryMeeting, ActionStatus.Open, February, "pending", Now).ShouldNotBeNull();
        Action.Report(Sol, FebruaryMeeting, ActionStatus.Open, February, "pending ", Now).ShouldBeNull();

        Action.History.Count.ShouldBe(2);
    }

    [Fact]
    public void A_state_before_it_was_raised_is_refused_until_an_earlier_meeting_is_known_to_have_raised_it()
    {
        var december = new DateOnly(2025, 12, 10);
        var decemberMeeting = Guid.NewGuid();
        ShouldBeRefused(
            () => Action.Report(Sol, decemberMeeting, ActionStatus.Open, december, note: null, Now),
            "was raised on 14 January 2026"
        );

        Action.WasRaisedEarlier(Sol, decemberMeeting, december, Now).ShouldNotBeNull();

        Action.RaisedOn.ShouldBe(december);
        Action.CarriedThrough().ShouldBe([JanuaryMeeting]);
        Action.WasRaisedEarlier(Sol, JanuaryMeeting, January, Now).ShouldBeNull();
    }

    [Fact]
    public void Only_who_keeps_the_minutes_reports_for_a_meeting() =>
        ShouldBeRefused(
            () => Action.Report(Ines, FebruaryMeeting, ActionStatus.Done, February, note: null, Now),
            "import into a group"
        );

    [Fact]
    public void A_meeting_that_only_carries_it_on_says_nothing_new()
    {
        Action.Report(Sol, FebruaryMeeting, ActionStatus.Open, February, "pending", Now);
        Action.Report(Sol, MarchMeeting, ActionStatus.Open, March, "pending", Now);
        Action.TouchedOn().ShouldBe(February);

        Action.Report(Sol, MarchMeeting, ActionStatus.Open, March, "half done", Now);
        Action.TouchedOn().ShouldBe(March);
    }

    [Fact]
    public void It_is_looked_at_first_when_it_is_due_when_two_meetings_went_by_without_a_word_or_when_it_was_closed_since()
    {
        var april = new DateOnly(2026, 4, 1);
        Action.ReasonToReview(april, lastButOne: null).ShouldBeNull();
        Action.ReasonToReview(april, lastButOne: January).ShouldBeNull("the meeting that raised it said a word");
        Action.ReasonToReview(april, lastButOne: February).ShouldBe(ReviewReason.Stale);

        Action.MakeDue(Sol, april, Now);
        Action.ReasonToReview(april.AddDays(-1), lastButOne: null).ShouldBeNull();
        Action.ReasonToReview(april, lastButOne: February).ShouldBe(ReviewReason.Due);

        Action.Close(Ines, March, note: null, Now);
        Action.ReasonToReview(april, lastButOne: February).ShouldBe(ReviewReason.Closed);
    }
}
