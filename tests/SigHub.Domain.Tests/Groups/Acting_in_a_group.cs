using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests.Groups;

public sealed class Acting_in_a_group
{
    [Fact]
    public void The_chair_leads_the_group_and_those_below_it()
    {
        Ada.Leads(Compilers.Id).ShouldBeTrue();
        Ada.Leads(Docs.Id).ShouldBeTrue();
        Ada.Leads(Committee.Id).ShouldBeFalse();
        Ada.Leads(Sails.Id).ShouldBeFalse();
    }

    [Fact]
    public void The_lead_of_the_group_above_leads_at_any_depth()
    {
        Mira.Leads(Compilers.Id).ShouldBeTrue();
        Mira.Leads(Docs.Id).ShouldBeTrue();
        Mira.KeepsMinutes(Docs.Id).ShouldBeTrue();
        Mira.BelongsTo(Docs.Id).ShouldBeFalse();
    }

    [Fact]
    public void The_secretary_keeps_minutes_of_the_group_and_not_of_those_below()
    {
        Sol.KeepsMinutes(Compilers.Id).ShouldBeTrue();
        Sol.Leads(Compilers.Id).ShouldBeFalse();
        Sol.KeepsMinutes(Docs.Id).ShouldBeFalse();
    }

    [Fact]
    public void An_observer_belongs_and_takes_no_part()
    {
        Olu.BelongsTo(Compilers.Id).ShouldBeTrue();
        Olu.TakesPartIn(Compilers.Id).ShouldBeFalse();
        Ines.TakesPartIn(Compilers.Id).ShouldBeTrue();
    }

    [Fact]
    public void The_administrator_leads_everything() => Root.Leads(Sails.Id).ShouldBeTrue();

    [Fact]
    public void An_imported_title_gives_no_right_before_it_is_confirmed()
    {
        var person = Guid.NewGuid();
        var title = Membership.FromDocument(person, Compilers.Id, Role.Chair, "Chair", null, Term.Always, Now);
        Actor Today() => Actor.Of(person, isAdministrator: false, [title], Tree, Cast.Today);

        Today().Leads(Compilers.Id).ShouldBeFalse();
        Today().BelongsTo(Compilers.Id).ShouldBeFalse();
        title.Confirm(Ada, Now).Summary.ShouldBe("confirmed the role of chair");
        Today().Leads(Compilers.Id).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_confirms_a_title_who_does_not_lead()
    {
        var title = Membership.FromDocument(Ines.PersonId, Compilers.Id, Role.Chair, "Chair", null, Term.Always, Now);

        ShouldBeRefused(() => title.Confirm(Ines, Now), "confirm a role");
        ShouldBeRefused(() => title.Confirm(Sol, Now), "confirm a role");
        title.IsConfirmed.ShouldBeFalse();
    }

    [Fact]
    public void A_role_ends_on_the_day_it_is_ended_and_counts_no_more()
    {
        var role = Membership.Appoint(
            Ada,
            Guid.NewGuid(),
            Compilers.Id,
            Role.Lead,
            null,
            Term.Since(Day("2026-01-01")),
            Now
        );

        role.End(Ada, Today, Now);

        role.GivesRightsOn(Today.AddDays(-1)).ShouldBeTrue();
        role.GivesRightsOn(Today).ShouldBeFalse();
        ShouldBeRefused(() => role.End(Ada, Today, Now), "already ended");
    }

    [Fact]
    public void One_may_leave_and_nobody_else_may_make_one_leave()
    {
        var role = Membership.Appoint(Ada, Ines.PersonId, Compilers.Id, Role.Member, null, Term.Always, Now);

        ShouldBeRefused(() => role.End(Tomas, Today, Now), "end a role");
        role.End(Ines, Today, Now).About.ShouldBe(Ines.PersonId);
    }

    [Fact]
    public void Whoever_leads_the_parent_leads_a_group_just_created()
    {
        var team = Group.Create(
            Ada,
            Slug.From("Weavers"),
            "Weavers",
            GroupKind.Team,
            Compilers.Id,
            Visibility.Public,
            Now
        );

        Ada.Leads(team.Id).ShouldBeFalse("she was made before the group was");
        Ada.Knowing(team).Leads(team.Id).ShouldBeTrue();
        Kai.Knowing(team).Leads(team.Id).ShouldBeFalse();
    }
}
