using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Architecture;

public sealed class Every_page_answers : SceneTest
{
    /// <summary>Pages that only somebody signed in may open; a visitor is sent to sign in.</summary>
    private static readonly string[] s_forPeople =
    [
        "/admin",
        "/groups/new",
        "/groups/{Slug}/meetings/{Address}/write",
        "/groups/{slug}/backlog",
        "/groups/{slug}/meetings/new",
        "/groups/{slug}/meetings/{address}/agenda",
        "/groups/{slug}/meetings/{address}/correct",
        "/groups/{slug}/meetings/{address}/finish",
        "/groups/{slug}/series/new",
        "/groups/{slug}/settings/minutes",
        "/import",
        "/invitations",
        "/me",
        "/roles",
    ];

    /// <summary>Pages that say no, and the status they speak of.</summary>
    private static readonly Dictionary<string, HttpStatusCode> s_refusals = new(StringComparer.Ordinal)
    {
        ["/error"] = HttpStatusCode.InternalServerError,
        ["/not-found"] = HttpStatusCode.NotFound,
        ["/refused/{Status:int}"] = HttpStatusCode.Forbidden,
    };

    /// <summary>What nobody types and somebody sends: after the name of a parameter.</summary>
    private static readonly string[] s_oddValues =
    [
        "",
        "=",
        "=x",
        "=0",
        "=-1",
        "=1.5",
        "=2147483647",
        "=9999999999",
        "=99999999999999999999999999",
        "=10000",
        "=%00",
        "=a%00b%07%1b%7f",
        "=%ff%fe",
        "=%25%27%22%5c%5f",
        "=9999-12-31",
        "=0001-01-01",
        "=" + new string('a', 10_000),
    ];

    [Theory, OnEveryDatabase]
    public async Task To_a_visitor(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        foreach (var (route, path) in await Addresses(hub))
        {
            var answer = await visit.Open(path);
            if (s_forPeople.Any(people => route.StartsWith(people, StringComparison.Ordinal)))
            {
                answer.Status.ShouldBe(HttpStatusCode.Redirect, path);
                answer.Header("Location").ShouldBe("/sign-in?to=" + Uri.EscapeDataString(path.TrimStart('/')));
            }
            else
                ShouldBeAPage(answer, path, s_refusals.GetValueOrDefault(route, HttpStatusCode.OK));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task To_an_administrator(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = await SignedIn(hub, Cast.Robin);

        foreach (var (route, path) in await Addresses(hub))
            ShouldBeAPage(await visit.Open(path), path, s_refusals.GetValueOrDefault(route, HttpStatusCode.OK));
    }

    [Theory, OnEveryDatabase]
    public async Task Whatever_its_address_asks_for(Database database)
    {
        var hub = await OpenScene(database);
        using var visitor = Visit.Of(hub);
        using var robin = await SignedIn(hub, Cast.Robin);
        var paths = (await Addresses(hub)).ToDictionary(address => address.Route, address => address.Path);
        var failed = new List<string>();
        var asked = 0;

        foreach (var (route, name) in Parameters())
        foreach (var value in s_oddValues.Append($"=1&{name}=x&{name}[]=2"))
        foreach (var visit in new[] { visitor, robin })
        {
            asked++;
            var answer = await visit.Open($"{paths[route]}?{name}{value}");
            if ((int)answer.Status >= 500)
                failed.Add($"{(int)answer.Status} {route}?{name}{value[..Math.Min(value.Length, 40)]}");
        }

        asked.ShouldBeGreaterThan(500);
        failed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/refused/400", HttpStatusCode.BadRequest, "This form was not sent")]
    [InlineData("/refused/429", HttpStatusCode.TooManyRequests, "Too many tries from this address")]
    [InlineData("/refused/404", HttpStatusCode.NotFound, "There is nothing here that you can see")]
    [InlineData("/refused/200", HttpStatusCode.NotFound, "There is nothing here that you can see")]
    [InlineData("/refused/0", HttpStatusCode.NotFound, "There is nothing here that you can see")]
    public async Task And_one_that_says_no_says_so_with_its_status_too(string path, HttpStatusCode status, string says)
    {
        using var visit = Visit.Of(await Open(Database.Sqlite));

        var answer = await visit.Open(path);

        ShouldBeAPage(answer, path, status);
        answer.Heading.ShouldBe(says);
        answer.Header("Cache-Control").ShouldContain("no-store");
    }

    [Theory]
    [InlineData("/groups/compute", "groups/compute#content")]
    [InlineData("/groups?q=sig", "groups?q=sig#content")]
    [InlineData("/groups/nowhere", "groups/nowhere#content")]
    [InlineData("/nowhere?to=go", "nowhere?to=go#content")]
    public async Task Whose_first_link_leads_to_its_own_content(string path, string content)
    {
        using var visit = Visit.Of(await OpenScene(Database.Sqlite));

        var answer = await visit.Open(path);

        answer.Html.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe(content);
        answer.Html.QuerySelector("#content").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Cast.Ines)]
    [InlineData(Cast.Robin)]
    public async Task And_every_link_on_a_page_leads_to_one(string? who)
    {
        var hub = await OpenScene(Database.Sqlite);
        using var visit = who is null ? Visit.Of(hub) : await SignedIn(hub, who);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var dead = new List<string>();
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var next = new Queue<string>(seen); next.Count > 0 && seen.Count < 400; )
        {
            var path = next.Dequeue();
            var page = await visit.Open(path);
            if (page.Status is HttpStatusCode.Redirect && who is null)
                continue;
            if (page.Status != HttpStatusCode.OK)
                dead.Add($"{(int)page.Status} {path} on {from.GetValueOrDefault(path)}");

            foreach (var link in page.Html.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            {
                if (link.Contains(':', StringComparison.Ordinal) || !seen.Add(page.Resolve(link)))
                    continue;
                from[page.Resolve(link)] = path;
                next.Enqueue(page.Resolve(link));
            }
        }

        seen.Count.ShouldBeGreaterThan(30);
        dead.ShouldBeEmpty();
    }

    [Fact]
    public void Or_it_is_no_page_of_ours()
    {
        Routes().Count.ShouldBeGreaterThan(15);
        Routes().ShouldContain("/groups");
        Parameters().ShouldContain(("/people", "page"));
    }

    private static void ShouldBeAPage(Answered answer, string path, HttpStatusCode status)
    {
        answer.Status.ShouldBe(status, path);
        answer.Heading.ShouldNotBeNullOrEmpty(path);
        answer.Html.Title.ShouldNotBeNullOrEmpty(path);
        answer.Html.QuerySelectorAll("h1").Length.ShouldBe(1, path);
    }

    /// <summary>What pages read from their addresses.</summary>
    private static List<(string Route, string Name)> Parameters() =>
        [
            .. typeof(Settings)
                .Assembly.GetTypes()
                .SelectMany(type =>
                    type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                        .Select(property =>
                            (property, asked: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>())
                        )
                        .Where(both => both.asked is not null)
                        .SelectMany(both =>
                            type.GetCustomAttributes<RouteAttribute>()
                                .Select(route => (route.Template, both.asked!.Name ?? both.property.Name))
                        )
                )
                .Order(),
        ];

    private static List<string> Routes() =>
        [
            .. typeof(Settings)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
                .Select(route => route.Template)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Every route with something of the scene in its places.</summary>
    private static Task<List<(string Route, string Path)>> Addresses(Hub hub) =>
        hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(group => group.Name == "SIG/Compute");
            var meeting = await db.Meetings.OrderBy(m => m.Date).FirstAsync(m => m.GroupId == group.Id);
            var document = await db.Documents.FirstAsync();
            var arrival = await db.Arrivals.FirstAsync();
            var person = await db.People.FirstAsync(person => person.DisplayName == "Ada Quill");
            var action = await db.Actions.FirstAsync(a => a.GroupId == group.Id && a.Visibility == Visibility.Public);
            var decision = await db.Decisions.FirstAsync(d => d.GroupId == group.Id);
            var milestone = await db.Milestones.FirstAsync(m => m.GroupId == group.Id);
            var account = await db.Users.FirstAsync();
            return Routes()
                .Select(route =>
                    (
                        route,
                        route
                            .Replace("{Slug}", group.Slug.ToString(), StringComparison.OrdinalIgnoreCase)
                            .Replace("{Address}", meeting.Address, StringComparison.OrdinalIgnoreCase)
                            .Replace("documents/{Id}", $"documents/{document.Id:N}", StringComparison.OrdinalIgnoreCase)
                            .Replace("import/{Id:guid}", $"import/{arrival.Id:N}", StringComparison.Ordinal)
                            .Replace("imports/{Id:guid}", $"imports/{arrival.Id:N}", StringComparison.Ordinal)
                            .Replace("users/{id:guid}", $"users/{account.Id:N}", StringComparison.OrdinalIgnoreCase)
                            .Replace("people/{Id:guid}", $"people/{person.Id:N}", StringComparison.OrdinalIgnoreCase)
                            .Replace("actions/{Reference}", "actions/" + action.Reference, StringComparison.Ordinal)
                            .Replace(
                                "decisions/{Reference}",
                                $"decisions/D-{decision.Number}",
                                StringComparison.Ordinal
                            )
                            .Replace("roadmap/{Reference}", "roadmap/" + milestone.Reference, StringComparison.Ordinal)
                            .Replace("{Status:int}", "403", StringComparison.Ordinal)
                    )
                )
                .ToList();
        });
}
