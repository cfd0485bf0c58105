using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Counting_a_quorum : OneMeeting
{
    [Theory]
    [InlineData(12, 6)]
    [InlineData(11, 6)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void At_least_half(int voting, int needed) => QuorumRule.AtLeast(1, 2).Needed(voting).ShouldBe(needed);

    [Theory]
    [InlineData(12, 7)]
    [InlineData(11, 6)]
    [InlineData(1, 1)]
    public void More_than_half(int voting, int needed) => QuorumRule.MoreThan(1, 2).Needed(voting).ShouldBe(needed);

    [Fact]
    public void Two_thirds_are_rounded_up() => QuorumRule.AtLeast(2, 3).Needed(10).ShouldBe(7);

    [Fact]
    public void A_fixed_number_stays_whatever_the_group_has() => QuorumRule.Members(5).Needed(40).ShouldBe(5);

    [Fact]
    public void Guests_and_people_who_sent_regrets_do_not_count()
    {
        var (ines, kofi, mira) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Meeting.Mark(Ada, new Mention("Ada Quill", Ada.PersonId), Presence.Present, null, Now);
        Meeting.Mark(Ada, new Mention("Ines Moreau", ines), Presence.Regrets, null, Now);
        Meeting.Mark(Ada, new Mention("Kofi Baah", kofi), Presence.Present, null, Now);
        Meeting.Mark(Ada, new Mention("A guest", null), Presence.Present, null, Now);

        var quorum = QuorumRule.AtLeast(1, 2).Count(Meeting.Attendances, [Ada.PersonId, ines, mira]);

        quorum.ShouldBe(new Quorum(Present: 1, Voting: 3, Needed: 2));
        quorum.IsMet.ShouldBeFalse();
        QuorumRule.Members(1).Count(Meeting.Attendances, [Ada.PersonId]).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void What_is_no_part_of_a_group_is_refused()
    {
        ShouldBeRefused(() => QuorumRule.AtLeast(3, 2), "a part of the voting members");
        ShouldBeRefused(() => QuorumRule.Members(0), "one member or more");
        ShouldBeRefused(() => QuorumRule.MoreThan(2, 2), "More than all");
    }

    [Fact]
    public void It_says_itself_in_words()
    {
        QuorumRule.MoreThan(1, 2).InWords().ShouldBe("more than 1/2 of the voting members");
        QuorumRule.Members(1).InWords().ShouldBe("1 voting member");
    }
}
