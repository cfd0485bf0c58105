namespace SigHub.Domain.Tests.Meetings;

public sealed class Approving_minutes : OneMeeting
{
    [Fact]
    public void A_chair_approves_what_is_final()
    {
        ShouldBeRefused(() => Meeting.Approve(Ada, null, After), "not final yet");
        Meeting.Finalize(Sol, After);

        ShouldBeRefused(() => Meeting.Approve(Sol, null, After), "Only a chair or a lead");
        ShouldBeRefused(() => Meeting.Approve(Ada, Meeting.Id, After), "its own minutes");
        Meeting.Approve(Ada, null, After);

        Meeting.IsApprovedAt(After).ShouldBeTrue();
        ShouldBeRefused(() => Meeting.Approve(Ada, null, After), "approved already");
    }

    [Fact]
    public void Silence_approves_them_on_the_day_and_not_before()
    {
        Meeting.Finalize(Sol, After, quietDays: 7);

        Meeting.IsApprovedAt(After.AddDays(6)).ShouldBeFalse();
        Meeting.IsApprovedAt(After.AddDays(7)).ShouldBeTrue();
    }

    [Fact]
    public void Who_takes_part_may_object_before_and_then_silence_approves_nothing()
    {
        ShouldBeRefused(() => Meeting.Object(Ines, "a name is wrong", After), "No deadline runs");
        Meeting.Finalize(Sol, After, quietDays: 7);
        ShouldBeRefused(() => Meeting.Object(Ines, " ", After), "Say what is wrong");
        ShouldBeRefused(() => Meeting.Object(Ines, "a name is wrong", After.AddDays(7)), "approved already");

        Meeting.Object(Ines, "a name is wrong", After).Reason.ShouldBe("a name is wrong");

        Meeting.IsApprovedAt(After.AddDays(8)).ShouldBeFalse();
        Meeting.Approve(Ada, null, After.AddDays(8));
        Meeting.IsApprovedAt(After.AddDays(8)).ShouldBeTrue();
    }

    [Fact]
    public void A_correction_is_the_next_version_and_approved_anew()
    {
        Meeting.Finalize(Sol, After);
        Meeting.Edition.ShouldBe(1);
        Meeting.Approve(Ada, null, After);

        Meeting.Amend(Sol, "corrected", "a wrong name", After, quietDays: 3);

        Meeting.Edition.ShouldBe(2);
        Meeting.IsApprovedAt(After.AddDays(2)).ShouldBeFalse();
        Meeting.IsApprovedAt(After.AddDays(3)).ShouldBeTrue();
    }

    [Fact]
    public void While_they_are_corrected_their_records_follow()
    {
        Meeting.Finalize(Sol, After);
        ShouldBeRefused(() => Meeting.AddToAgenda(Sol, "x", After), "amend them with a reason");

        Meeting.Amend(Sol, "corrected", "a topic was missing", After);
        Meeting.FollowAgenda(Sol, ["Welcome", "Fuzzing"], After);

        Meeting.Agenda.Count.ShouldBe(2);
    }
}
