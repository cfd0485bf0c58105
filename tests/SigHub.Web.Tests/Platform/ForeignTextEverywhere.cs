using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain.Groups;
using SigHub.Testing;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using SigHub.Web.Tests.Imports;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Platform;

/// <summary>Two hundred ways to bring script onto a page, through every text there is: no page does more than show them.</summary>
public sealed partial class Foreign_text_everywhere : ArrivalTest
{
    private static readonly string[] s_foreignElements =
    [
        "applet",
        "audio",
        "embed",
        "frame",
        "frameset",
        "iframe",
        "img",
        "math",
        "meta[http-equiv]",
        "object",
        "portal",
        "style",
        "template",
        "video",
    ];

    private static readonly string[] s_leading =
    [
        "action",
        "background",
        "cite",
        "data",
        "formaction",
        "href",
        "ping",
        "poster",
        "src",
        "srcdoc",
        "srcset",
        "xlink:href",
    ];

    [Fact]
    public async Task Does_nothing_whatever_field_it_came_through()
    {
        var hub = await Open(Database.Sqlite);
        (await hub.Look(db => HostileScene.Load(db, hub.Clock.UtcNow()))).ShouldBeEmpty();
        using var visitor = Visit.Of(hub);
        using var robin = await SignedIn(hub, Cast.Robin);
        var portals = new Queue<string>(ScriptVectors.All.Where(vector => vector.Length <= 60));
        var shown = 0;

        for (var row = 0; row < HostileScene.Rows; row++)
        {
            foreach (var path in await AddressesOf(hub, row))
            {
                await CallThePortal(hub, portals.Dequeue(), portals);
                var page = await (row % 3 == 0 ? visitor : robin).Open(path);
                if (page.Status != HttpStatusCode.OK)
                    page = await robin.Open(path);
                page.Status.ShouldBe(HttpStatusCode.OK, path);
                ShouldBeHarmless(page, path);
                shown++;
            }
        }

        shown.ShouldBeGreaterThan(HostileScene.Rows * 10);
    }

    [Fact]
    public async Task Does_nothing_on_any_page_of_any_list()
    {
        var hub = await Open(Database.Sqlite);
        await hub.Look(db => HostileScene.Load(db, hub.Clock.UtcNow()));
        using var robin = await SignedIn(hub, Cast.Robin);
        var vectors = 0;

        foreach (var route in Routes().Where(route => !route.Contains('{')))
        {
            for (var page = 1; page <= 4; page++)
                ShouldBeHarmless(await robin.Open($"{route}?page={page}&state=all"), route);
            foreach (var some in ScriptVectors.All.Chunk(12))
            {
                var asked = Uri.EscapeDataString(string.Join(' ', some));
                var parameters = Parameters(route).Select(name => $"{name}={asked}").ToList();
                if (parameters.Count == 0)
                    continue;
                ShouldBeHarmless(await robin.Open($"{route}?{string.Join('&', parameters)}"), route);
                vectors += some.Length;
            }
        }

        vectors.ShouldBeGreaterThan(ScriptVectors.All.Count * 8);
    }

    /// <param name="atOnce">
    /// How many ways a document brings; with one, none can hide the next, as the beginning of a comment does.
    /// </param>
    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    public async Task Does_nothing_whatever_part_of_a_document_it_came_in(int atOnce)
    {
        Assert.SkipUnless(atOnce > 1 || LongTest.IsWanted, LongTest.HowToRun);
        var hub = await Open(Database.Sqlite);
        using var robin = await SignedIn(hub, Cast.Robin);
        var group = await hub.Look(db => db.Groups.SingleAsync(one => one.Name == "SIG/Compute"));
        var movedIn = 0;
        var day = new DateOnly(2025, 1, 1);

        foreach (var vectors in ScriptVectors.All.Chunk(atOnce))
        {
            day = day.AddDays(1);
            var vector = string.Join('\n', vectors);
            var id = await Bring(hub, Cast.Robin, Document(vectors, day), InOneLine(vectors[0]) + ".md");
            await Choose(hub, Cast.Robin, id, choices => choices with { Into = group.Id });
            ShouldBeHarmless(await robin.Open($"/import/{id:N}"), vector);
            try
            {
                await Accept(hub, Cast.Robin, id);
            }
            catch (Domain.RuleBroken)
            {
                continue;
            }

            movedIn++;
            ShouldBeHarmless(await robin.Open($"/imports/{id:N}"), vector);
            var document = (await hub.Look(db => db.Arrivals.SingleAsync(one => one.Id == id))).DocumentId!;
            ShouldBeHarmless(await robin.Open($"/documents/{document:N}"), vector);
            ShouldBeHarmless(await robin.Open($"/groups/compute/meetings/{day:O}"), vector);
        }

        (movedIn * atOnce).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void A_page_that_ran_anything_would_be_noticed()
    {
        foreach (
            var html in (string[])
                [
                    "<p onclick=x()>",
                    "<script>x()</script>",
                    "<script src=//evil.example/x.js></script>",
                    "<a href='java\tscript:x()'>a</a>",
                    "<a href='//evil.example'>a</a>",
                    "<form action='javascript:x()'></form>",
                    "<iframe></iframe>",
                    "<img src=x>",
                    "<p style='background:url(//x)'>a</p>",
                    "<svg><a xlink:href='data:text/html,x'></a></svg>",
                ]
        )
            Should.Throw<ShouldAssertException>(() =>
                ShouldBeHarmless(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html), html)
            );
    }

    private static void ShouldBeHarmless(Answered page, string from) => ShouldBeHarmless(page.Html, from);

    private static void ShouldBeHarmless(IDocument page, string from)
    {
        page.QuerySelectorAll(string.Join(", ", s_foreignElements))
            .Where(one => !IsOurCode(one))
            .Select(one => one.OuterHtml)
            .ShouldBeEmpty(from);
        page.QuerySelectorAll("script")
            .Where(script => script.TextContent.Length > 0 || !OwnScript().IsMatch(script.GetAttribute("src") ?? ""))
            .Select(script => script.OuterHtml)
            .ShouldBeEmpty(from);
        page.QuerySelectorAll("base, link").Where(one => one.ParentElement != page.Head).ShouldBeEmpty(from);
        foreach (var element in page.All.Where(one => !IsOurCode(one)))
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.Name.ToLowerInvariant();
            name.ShouldNotStartWith("on", Case.Sensitive, from);
            if (name == "style")
                attribute.Value.ShouldMatch(@"^[\w\s:;%.,()+*/-]*$", from);
            if (name == "style")
                attribute.Value.ShouldNotContain("url", Case.Insensitive, from);
            if (s_leading.Contains(name))
                IsHarmless(element, attribute.Value).ShouldBeTrue($"{name}={attribute.Value} of {from}");
        }
    }

    /// <summary>The portal's one image: a secret that an app takes up, drawn by the server.</summary>
    private static bool IsOurCode(IElement element) =>
        element is { LocalName: "img", ClassName: "qr" }
        && element.GetAttribute("src")?.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal) == true;

    /// <summary>Within the portal; other sites and mail only from a link that somebody follows.</summary>
    private static bool IsHarmless(IElement element, string address)
    {
        var seen = new string([.. address.Where(c => c > ' ')]);
        if (seen.StartsWith("//", StringComparison.Ordinal))
            return false;
        var colon = seen.IndexOf(':');
        var isRelative = colon < 0 || seen.IndexOfAny(['/', '?', '#']) is >= 0 and var end && end < colon;
        return isRelative
            ? !seen.Contains('\\', StringComparison.Ordinal) // A browser takes it for a slash: "/\elsewhere" leads out.
            : element.LocalName == "a" && Elsewhere().IsMatch(seen);
    }

    private static string Document(string[] vectors, DateOnly day) =>
        $"""
            ---
            title: {InOneLine(vectors[0])}
            description: "{InOneLine(vectors[0])}"
            ---
            # {InOneLine(vectors[0])} {day:O}

            {string.Join("\n\n", vectors.Select(Parts))}
            """;

    private static string InOneLine(string vector) => vector.ReplaceLineEndings(" ").Replace("\0", "");

    private static string Parts(string vector)
    {
        var line = InOneLine(vector);
        var cell = line.Replace("|", "\\|");
        return $"""
            ## Attendees
            * {line}
            * Ada Quill - {line}

            ## {line}

            {vector.Replace("\0", "")}

            * Ada: {line}
                * {line}
            * [{line}](https://a.example/{line} "{line}")
            * [x]({line})
            * ![{line}]({line})

            | {cell} | Notes |
            |---|---|
            | {cell} | [{cell}]({cell}) |

            ```{line}
            {line}
            ```

            <p title="{line}" class='{line}' onclick={line}>{line}</p>
            <a href="{line}">{line}</a>

            ## Decisions
            * We agreed to {line}

            ## Action items
            * Ada to {line}
            * {line} to write
            """;
    }

    /// <summary>Every route with a place in it, filled from one row of the scene.</summary>
    private static Task<List<string>> AddressesOf(Hub hub, int row) =>
        hub.Look(async db =>
        {
            var slug = HostileScene.SlugOf(row);
            var group = await db.Groups.SingleAsync(one => one.Slug == slug);
            var meeting = await db.Meetings.OrderBy(one => one.Date).FirstAsync(one => one.GroupId == group.Id);
            var document = await db.Documents.FirstAsync(one => one.GroupId == group.Id);
            var arrivals = await db.Arrivals.Where(one => one.GroupId == group.Id).ToListAsync();
            var person = await db.Memberships.FirstAsync(one => one.GroupId == group.Id);
            var action = await db.Actions.FirstAsync(one => one.GroupId == group.Id);
            var decision = await db.Decisions.FirstAsync(one => one.GroupId == group.Id);
            var milestone = await db.Milestones.FirstAsync(one => one.GroupId == group.Id);
            var account = await db.Users.FirstAsync();
            var places = new (string Place, string Value)[]
            {
                ("groups/{Slug}", $"groups/{slug}"),
                ("meetings/{Address}", $"meetings/{meeting.Address}"),
                ("documents/{Id}", $"documents/{document.Id:N}"),
                ("import/{Id:guid}", $"import/{arrivals.Single(one => one.DocumentId is null).Id:N}"),
                ("imports/{Id:guid}", $"imports/{arrivals.Single(one => one.DocumentId is not null).Id:N}"),
                ("users/{Id:guid}", $"users/{account.Id:N}"),
                ("people/{Id:guid}", $"people/{person.PersonId:N}"),
                ("actions/{Reference}", $"actions/{action.Reference}"),
                ("decisions/{Reference}", $"decisions/D-{decision.Number}"),
                ("roadmap/{Reference}", $"roadmap/{milestone.Reference}"),
            };
            var addresses = Routes()
                .Where(route => route.Contains('{') && !route.StartsWith("/refused", StringComparison.Ordinal))
                .Select(route =>
                    places.Aggregate(
                        route,
                        (path, place) => path.Replace(place.Place, place.Value, StringComparison.OrdinalIgnoreCase)
                    )
                )
                .ToList();
            addresses.ShouldAllBe(address => !address.Contains('{'));
            return addresses;
        });

    private static async Task CallThePortal(Hub hub, string vector, Queue<string> vectors)
    {
        vectors.Enqueue(vector);
        await hub.Look(async db =>
        {
            var robin = Actor.Administrator(
                (await db.People.SingleAsync(person => person.DisplayName == "Robin Vale")).Id
            );
            var portal = await db.GetPortal();
            portal.Change(
                robin,
                vector.Replace("\0", ""),
                portal.Registration,
                vector.Replace("\0", ""),
                hub.Clock.UtcNow()
            );
            return await db.SaveChangesAsync();
        });
        hub.Services.GetRequiredService<CurrentPortal>().Changed();
    }

    private static List<string> Routes() =>
        [
            .. Pages()
                .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
                .Select(route => route.Template)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What the page at a route reads from its address.</summary>
    private static List<string> Parameters(string route) =>
        [
            .. Pages()
                .Where(page => page.GetCustomAttributes<RouteAttribute>().Any(one => one.Template == route))
                .SelectMany(page =>
                    page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                )
                .Select(property => (property, asked: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(both => both.asked is not null)
                .Select(both => both.asked!.Name ?? both.property.Name),
        ];

    private static Type[] Pages() => typeof(Settings).Assembly.GetTypes();

    [GeneratedRegex(@"^(?:_content/[\w./-]+|_framework/[\w./-]+|[\w.-]+)\.js(?:\?v=[\w-]+)?$")]
    private static partial Regex OwnScript();

    [GeneratedRegex("^(?:https?://|mailto:)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
