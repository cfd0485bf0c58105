using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Cancelling_a_meeting : OneMeeting
{
    [Fact]
    public void A_chair_can_until_it_is_over()
    {
        var fact = Meeting.Cancel(Ada, "too few can come", During);

        Meeting.State.ShouldBe(MeetingState.Cancelled);
        Meeting.Cancellation!.ByPersonId.ShouldBe(Ada.PersonId);
        fact.Summary.ShouldBe("cancelled the meeting of 5 March 2026: too few can come");
    }

    [Fact]
    public void The_lead_above_can_too() => Meeting.Cancel(Mira, "x", Before).By.ShouldBe(Mira.PersonId);

    [Fact]
    public void Others_are_refused_and_nothing_changes()
    {
        foreach (var actor in new[] { Sol, Ines, Kai, Nobody })
            ShouldBeRefused(() => Meeting.Cancel(actor, "x", Before), "Only a chair can cancel a meeting.");

        Meeting.State.ShouldBe(MeetingState.Scheduled);
    }

    [Fact]
    public void One_that_is_over_is_not_cancelled() =>
        ShouldBeRefused(() => Meeting.Cancel(Ada, "x", After), "amend the minutes instead");

    [Fact]
    public void It_takes_a_reason_and_happens_once()
    {
        ShouldBeRefused(() => Meeting.Cancel(Ada, "", Before), "Say why");
        Meeting.Cancel(Ada, "x", Before);
        ShouldBeRefused(() => Meeting.Cancel(Ada, "x", Before), "already cancelled");
        ShouldBeRefused(() => Meeting.Write(Ada, "x", Before), "is cancelled");
        ShouldBeRefused(() => Meeting.MoveTo(Ada, Today, 1, null, Before), "is cancelled");
    }
}
