using SigHub.Domain.People;

namespace SigHub.Domain.Tests.People;

public sealed class Keeping_a_person
{
    private readonly Person ines = new("Ines", Now);

    [Fact]
    public void A_fuller_name_is_shown_and_the_shorter_one_stays_known()
    {
        ines.LearnFullName("Ines Moreau", Now).ShouldBeTrue();

        ines.DisplayName.ShouldBe("Ines Moreau");
        ines.Aliases.Single().Name.ShouldBe("Ines");
        ines.LearnFullName("Ines", Now).ShouldBeFalse();
    }

    [Fact]
    public void Affiliations_follow_each_other()
    {
        ines.LearnAffiliation("Harbour Labs", Day("2024-01-01"), Now).ShouldBeTrue();
        ines.LearnAffiliation("Harbour Labs", Day("2024-06-01"), Now).ShouldBeFalse();
        ines.LearnAffiliation("Tide Works", Day("2025-01-01"), Now).ShouldBeTrue();

        ines.AffiliationOn(Day("2023-12-31")).ShouldBeNull();
        ines.AffiliationOn(Day("2024-12-31")).ShouldBe("Harbour Labs");
        ines.AffiliationOn(Day("2025-01-01")).ShouldBe("Tide Works");
    }

    [Fact]
    public void Addresses_are_known_in_lower_case_once()
    {
        ines.LearnAddress("Ines@Example.org", Now).ShouldBeTrue();
        ines.LearnAddress("ines@example.org", Now).ShouldBeFalse();

        ines.Addresses.Single().Email.ShouldBe("ines@example.org");
        ShouldBeRefused(() => ines.LearnAddress("ines at example", Now), "no e-mail address");
    }

    [Fact]
    public void An_account_is_claimed_when_a_lead_of_a_group_says_so()
    {
        ShouldBeRefused(() => ines.BelongTo(Tomas, Guid.NewGuid(), [Compilers.Id], Now), "whose account");
        ines.BelongTo(Ada, Guid.NewGuid(), [Compilers.Id], Now);
        ShouldBeRefused(() => ines.BelongTo(Root, Guid.NewGuid(), [], Now), "already has an account");
    }

    [Fact]
    public void Erasing_leaves_no_name_address_or_affiliation()
    {
        ines.LearnAddress("ines@example.org", Now);
        ines.LearnAffiliation("Harbour Labs", from: null, Now);
        ines.LearnFullName("Ines Moreau", Now);

        ShouldBeRefused(() => ines.Erase(Ada, Now), "Only the person");
        ines.Erase(Root, Now);

        ines.IsErased.ShouldBeTrue();
        ines.Names().ShouldBe([Person.NameAfterErasure]);
        ines.Addresses.ShouldBeEmpty();
        ines.Affiliations.ShouldBeEmpty();
        ShouldBeRefused(() => ines.LearnAlias("Ines", Now), "erased");
    }
}
