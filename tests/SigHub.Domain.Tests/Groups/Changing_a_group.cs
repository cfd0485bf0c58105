using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests.Groups;

public sealed class Changing_a_group
{
    private readonly Group looms = FreshGroup();
    private readonly Actor mira;

    public Changing_a_group() => mira = Mira.Knowing(looms);

    [Fact]
    public void Only_an_administrator_creates_one_at_the_top() =>
        ShouldBeRefused(
            () => Group.Create(Mira, Slug.From("x"), "X", GroupKind.Sig, parentId: null, Visibility.Public, Now),
            "Only an administrator"
        );

    [Fact]
    public void Its_leads_rename_it_and_the_fact_keeps_the_old_name()
    {
        var fact = looms.Rename(mira, "SIG/Weaving", Slug.From("SIG/Weaving"), Now);

        (fact.Before, fact.After).ShouldBe(("SIG/Looms", "SIG/Weaving"));
        looms.Slug.Value.ShouldBe("weaving");
    }

    [Fact]
    public void A_stranger_is_refused_and_nothing_changes()
    {
        ShouldBeRefused(() => looms.Describe(Ines, "mine", Now), "can change its page");
        ShouldBeRefused(() => looms.Rename(Kai, "mine", Slug.From("mine"), Now), "rename it");
        looms.Overview.ShouldBeEmpty();
    }

    [Fact]
    public void Goals_are_replaced_in_their_order()
    {
        looms.AimFor(mira, ["weave", "spin"], Now);
        var fact = looms.AimFor(mira, ["spin"], Now);

        fact.Before.ShouldBe("weave\nspin");
        looms.Goals.Select(g => (g.Order, g.Text)).ShouldBe([(1, "spin")]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("")]
    public void A_link_that_is_not_safe_to_follow_is_refused(string url) =>
        ShouldBeRefused(() => looms.AddLink(mira, LinkKind.Website, "x", url, Now), "address");

    [Fact]
    public void A_link_without_a_label_shows_its_address()
    {
        looms.AddLink(mira, LinkKind.Chat, " ", "https://chat.example.org/looms", Now);

        looms.Links.Single().Label.ShouldBe("https://chat.example.org/looms");
        ShouldBeRefused(
            () => looms.AddLink(mira, LinkKind.Chat, "again", "https://chat.example.org/looms", Now),
            "already has this link"
        );
    }

    [Fact]
    public void It_cannot_stand_below_itself()
    {
        ShouldBeRefused(() => Compilers.MoveBelow(Root, Docs.Id, Tree, Now), "below itself");
        ShouldBeRefused(() => Compilers.MoveBelow(Root, Compilers.Id, Tree, Now), "below itself");
    }

    [Fact]
    public void It_moves_only_where_the_mover_leads_too() =>
        ShouldBeRefused(() => Compilers.MoveBelow(Ada, Sails.Id, Tree, Now), "leads the other group");

    [Fact]
    public void An_archived_one_changes_only_by_coming_back()
    {
        looms.Become(mira, GroupState.Archived, Now);

        ShouldBeRefused(() => looms.Describe(mira, "x", Now), "archived");
        looms.Become(mira, GroupState.Active, Now).After.ShouldBe("Active");
        looms.Describe(mira, "x", Now).After.ShouldBe("x");
    }

    [Fact]
    public void A_zone_that_is_none_is_refused() =>
        ShouldBeRefused(() => looms.UseZone(mira, "Mars/Olympus", Now), "no time zone");
}
