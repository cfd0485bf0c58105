using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Decisions;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.People;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Imports;

public sealed class Keeping_secrets : ImportTest
{
    private const string Public = """
        # SIG/Compute meeting 2026-02-12

        ## Attendees:
            * Ada Quill
            * Jonas Brandt (crew@elbtal.example)

        ## Decisions:

        * We decided that the passcode: vote99word stays

        ## Action items:

        * Ada to tell everybody the passcode: act10npw
        * Jonas to write to partner@corp.example
        """;

    private const string Closed = """
        # Security Response Team meeting 2026-02-13

        ## Attendees:

        * Mira Okafor
        * Ada Quill - Zircon Secret Corp
        """;

    [Theory, OnEveryDatabase]
    public async Task What_a_visitor_may_not_read_does_not_find_anything_for_them(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Robin, Public);

        foreach (var secret in new[] { "act10npw", "act1", "partner@corp", "corp.example" })
        {
            (await Found(who: null, secret)).ShouldBe(0, secret);
            (await Found(Cast.Ines, secret)).ShouldBe(1, secret);
        }
        (await Found(who: null, "tell everybody")).ShouldBe(1);
        (await Decided(who: null, "vote99")).ShouldBe(0);
        (await Decided(Cast.Ines, "vote99")).ShouldBe(1);

        async Task<int> Found(string? who, string text) =>
            (await hub.As<FindActions, FindActions.Page>(who, find => find.Run(new() { Text = text }))).All;

        async Task<int> Decided(string? who, string text) =>
            (
                await hub.As<FindDecisions, FindDecisions.Page>(
                    who,
                    find => find.Run(new(Group: null, Year: null, text))
                )
            ).All;
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_closed_group_knows_of_somebody_stays_there(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Mira, Closed);

        using var visit = Visit.Of(hub);
        (await visit.Open("/people")).Text.ShouldNotContain("Zircon");
        var ada = (await visit.Open("/people?q=ada")).Html.QuerySelector("table a[href^='people/']")!;
        (await visit.Open("/" + ada.GetAttribute("href"))).Text.ShouldNotContain("Zircon");
    }

    [Theory, OnEveryDatabase]
    public async Task How_a_closed_group_writes_somebody_stays_there(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Robin, Public);
        await Accept(hub, Cast.Mira, Closed.Replace("Ada Quill", "Jonas Brandt", StringComparison.Ordinal));
        await Accept(
            hub,
            Cast.Mira,
            Closed
                .Replace("02-13", "02-20", StringComparison.Ordinal)
                .Replace("Ada Quill", "Jonas Albrecht Brandt", StringComparison.Ordinal)
        );
        var jonas = await hub.Look(db => db.People.SingleAsync(one => one.DisplayName.Contains("Brandt")));

        (await Names(who: null)).ShouldBe(["Jonas Brandt"]);
        (await Names(Cast.Ines)).ShouldBe(["Jonas Brandt"]);
        (await Names(Cast.Mira)).ShouldBe(["Jonas Brandt", "Jonas Albrecht Brandt"]);

        async Task<IEnumerable<string>> Names(string? who)
        {
            var shown = await hub.As<ShowPerson, ShowPerson.Screen?>(who, show => show.Run(jonas.Id));
            return shown!.Aliases.Prepend(shown.Name);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_learns_by_an_import_that_a_closed_group_is_there(Database database)
    {
        var hub = await Open(database);

        var known = await Refused("Security Response Team");
        var unknown = await Refused("Gardening Response Team");

        known.ShouldBe(unknown.Replace("Gardening", "Security", StringComparison.Ordinal));

        async Task<string> Refused(string group) =>
            (
                await Should.ThrowAsync<RuleBroken>(() =>
                    Accept(hub, Cast.Ada, Closed.Replace("Security Response Team", group, StringComparison.Ordinal))
                )
            ).Message;
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_learns_by_an_import_whom_a_closed_group_knows(Database database)
    {
        var hub = await Open(database);
        await Accept(hub, Cast.Mira, Closed.Replace("Ada Quill", "Zelda Quiet", StringComparison.Ordinal));
        var hidden = (await Called("Zelda Quiet")).Single();

        await Accept(hub, Cast.Ada, Public.Replace("Jonas Brandt", "Zelda Quiet", StringComparison.Ordinal));

        (await Called("Zelda Quiet")).Count.ShouldBe(
            2,
            "somebody of the same name, until an administrator merges them"
        );
        var present = await hub.Look(db =>
            db.Meetings.Where(one => one.Date == new DateOnly(2026, 2, 12))
                .SelectMany(one => one.Attendances)
                .Select(one => one.PersonId)
                .ToListAsync()
        );
        present.ShouldNotContain(hidden);

        Task<List<Guid>> Called(string name) =>
            hub.Look(db => db.People.Where(one => one.DisplayName == name).Select(one => one.Id).ToListAsync());
    }

    [Theory, OnEveryDatabase]
    public async Task Names_of_files_titles_and_groups_tell_a_visitor_no_address(Database database)
    {
        var hub = await Open(database);
        var moved = await Accept(
            hub,
            Cast.Robin,
            new Upload(
                "notes of hal@corp.example passcode f1lename1.md",
                System.Text.Encoding.UTF8.GetBytes(
                    """
                    # SIG/Weaving gus@corp.example

                    ## Members

                    | Name | Role | Affiliation |
                    |---|---|---|
                    | Hal Weaver | Chair, mail hal@corp.example | office@corp.example |
                    """
                )
            )
        );

        using var visit = Visit.Of(hub);
        var seen = new Queue<string>(["/groups", "/people", $"/documents/{moved.DocumentId:N}"]);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (seen.TryDequeue(out var path))
        {
            if (!visited.Add(path) || visited.Count > 60)
                continue;

            var page = await visit.Open(path);
            page.Text.ShouldNotContain("corp.example", Case.Insensitive, path);
            page.Text.ShouldNotContain("f1lename1", Case.Insensitive, path);
            foreach (var link in page.Html.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!))
            {
                if (!link.Contains(':', StringComparison.Ordinal))
                    seen.Enqueue(page.Resolve(link));
            }
        }
        visited.ShouldContain("/groups/weaving/people");
    }
}
