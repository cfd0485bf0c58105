using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Deciding
{
    private readonly Decision decision = Decision.Record(Sol, 17, Compilers.Id, null, Today, "We agreed to ship.", Now);

    [Fact]
    public void Is_known_by_its_number_and_how_it_went()
    {
        var fact = decision.Carry(Sol, new Mention("Ines", Ines.PersonId), new Mention("Tom", null), "carried", Now);

        decision.Reference.ShouldBe("D-17");
        fact.After.ShouldBe("moved by Ines, seconded by Tom, carried");
    }

    [Fact]
    public void Is_recorded_by_who_keeps_the_minutes() =>
        ShouldBeRefused(() => Decision.Record(Ines, 18, Compilers.Id, null, Today, "x", Now), "record a decision");

    [Fact]
    public void Its_words_change_and_the_old_ones_are_told()
    {
        decision.Reword(Ada, "We agreed to wait.", Now).Before.ShouldBe("We agreed to ship.");
        ShouldBeRefused(() => decision.Reword(Ada, " ", Now), "needs a text");
    }
}
