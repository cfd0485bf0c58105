using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Database = SigHub.Testing.Database;
using LongTest = SigHub.Testing.LongTest;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>Every route, by everybody: opened as its rule says, and with no word of what is hidden from whoever opened it.</summary>
public sealed class Who_may_open_what : HubTest
{
    /// <summary>What the framework maps for itself: files, and circuits, which only those open who are signed in.</summary>
    private static readonly string[] s_framework = ["/_blazor", "/_framework", "/{**path:file}"];

    [Theory, OnEveryDatabase]
    public async Task Is_as_the_table_says_and_nothing_slips_out(Database database)
    {
        Assert.SkipUnless(database is Database.Sqlite || LongTest.IsWanted, LongTest.HowToRun);
        var hub = await OpenAtRest(database);
        var world = await RightsWorld.In(hub);
        using var visits = await Visits.Of(hub, world);
        var wrong = new List<string>();

        foreach (var door in RouteRights.All(world))
        foreach (var asker in Askers.On(database))
            wrong.AddRange(await Check(visits, world, door, asker));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task And_the_table_has_a_rule_for_every_route_and_for_nothing_else()
    {
        var hub = await OpenAtRest(Database.Sqlite);
        var mapped = Mapped(hub);
        var ruled = RouteRights.All(await RightsWorld.In(hub)).Select(door => door.Name).Distinct().ToList();

        mapped.Count.ShouldBeGreaterThan(50);
        mapped.Except(ruled).Except(Shut).ShouldBeEmpty("a route needs a rule in RouteRights.cs");
        ruled.Concat(Shut).Except(mapped).ShouldBeEmpty("this route is no more");
        mapped.Append("GET /forgotten").Except(ruled).ShouldContain("GET /forgotten");
    }

    [Fact]
    public async Task And_a_wrong_rule_and_a_word_that_slips_out_are_found()
    {
        var hub = await OpenAtRest(Database.Sqlite);
        var world = await RightsWorld.In(hub);
        using var visits = await Visits.Of(hub, world);
        var door = RouteRights.All(world).First(one => one.Name == "GET /actions/{Reference}");
        (await Check(visits, world, door, Asker.Visitor)).ShouldBeEmpty();

        (await Check(visits, world, door with { May = Asker.SignedIn }, Asker.Visitor))
            .ShouldHaveSingleItem()
            .ShouldContain("Visitor is let in");
        (await Check(visits, world, door with { Shows = "what is not there" }, Asker.Visitor))
            .ShouldHaveSingleItem()
            .ShouldContain("Visitor is sent away");
        await hub.Look(db =>
            db.Groups.Where(group => group.Id == world.Open.GroupId)
                .ExecuteUpdateAsync(set => set.SetProperty(group => group.Overview, $"See {world.Closed.Mark}."))
        );
        var page = RouteRights.All(world).First(one => one.Name == "GET /groups/{slug}");
        (await Check(visits, world, page, Asker.Visitor)).ShouldHaveSingleItem().ShouldContain("lets slip");
        (await Check(visits, world, page, Asker.Member)).ShouldBeEmpty();
    }

    /// <summary>What is sent by a page that holds an antiforgery token, and is refused without one to everybody.</summary>
    private static readonly string[] Shut = ["POST /passkeys/creation", "POST /passkeys/request", "POST /sign-out"];

    [Theory]
    [InlineData("/passkeys/creation")]
    [InlineData("/passkeys/request")]
    [InlineData("/sign-out")]
    public async Task What_only_a_page_of_ours_may_send_is_refused_to_everybody_else(string path)
    {
        var hub = await OpenAtRest(Database.Sqlite);
        var world = await RightsWorld.In(hub);
        using var visits = await Visits.Of(hub, world);

        // Signing in counts among the tries that an address has a minute.
        foreach (var asker in new[] { Asker.Visitor, Asker.Administrator })
        {
            using var nothing = new FormUrlEncodedContent([]);
            var answer = await visits[asker].Client.PostAsync(new Uri(path, UriKind.Relative), nothing);
            new[] { HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized }.ShouldContain(
                answer.StatusCode,
                $"{path}, {asker}"
            );
        }
    }

    private static async Task<List<string>> Check(Visits visits, RightsWorld world, Door door, Asker asker)
    {
        var wrong = new List<string>();
        var answer = await visits.Open(door, asker);
        var isOpen =
            (int)answer.Status is >= 200 and < 300
            && (door.Shows is null || answer.Text.Contains(door.Shows, StringComparison.OrdinalIgnoreCase));
        if (isOpen && !door.May.HasFlag(asker))
            wrong.Add($"{door}: {asker} is let in, against its rule");
        if (!isOpen && door.May.HasFlag(asker))
            wrong.Add($"{door}: {asker} is sent away, against its rule ({(int)answer.Status} {answer.Heading})");

        var everything = answer.Text + answer.Answer.Headers + answer.Answer.Content.Headers;
        wrong.AddRange(
            world
                .Places.Where(place => !place.Readers.HasFlag(asker))
                .Where(place => everything.Contains(place.Mark, StringComparison.OrdinalIgnoreCase))
                .Select(place => $"{door}: lets slip to {asker} what stands in {place.Name}")
        );
        return wrong;
    }

    private static List<string> Mapped(Hub hub) =>
        [
            .. hub
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => !endpoint.Metadata.Any(one => one.GetType().Name == "StaticAssetDescriptor"))
                .SelectMany(Names)
                .Where(name => !s_framework.Any(own => name.Contains(own, StringComparison.Ordinal)))
                .Distinct(),
        ];

    /// <summary>A page is opened by GET; what it sends to itself are acts.</summary>
    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText?.Trim('/');
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Contains("GET") ? [$"GET {path}"] : methods.Select(method => $"{method} {path}");
    }
}

/// <summary>A browser and a program of each asker.</summary>
internal sealed class Visits : IDisposable
{
    private readonly Dictionary<Asker, Visit> _visits = [];
    private readonly Visit _program;
    private readonly RightsWorld _world;

    private Visits(Hub hub, RightsWorld world) => (_program, _world) = (Visit.Of(hub), world);

    public Visit this[Asker asker] => _visits[asker];

    /// <summary>The disabled one signed in before that.</summary>
    public static async Task<Visits> Of(Hub hub, RightsWorld world)
    {
        var visits = new Visits(hub, world);
        await Disable(hub, world, at: null);
        foreach (var asker in Askers.All)
        {
            visits._visits[asker] = Visit.Of(hub);
            if (asker is not Asker.Visitor)
                (await visits[asker].SignIn(world[asker].Mail, RightsWorld.Password)).Status.ShouldBe(
                    HttpStatusCode.Redirect
                );
        }

        await Disable(hub, world, hub.Clock.GetUtcNow().UtcDateTime);
        return visits;
    }

    public async Task<Answered> Open(Door door, Asker asker)
    {
        using var request = new HttpRequestMessage(door.Method, new Uri(door.Path, UriKind.Relative));
        if (door.Method == HttpMethod.Post)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(RightsWorld.Minutes));
        if (!door.ByToken)
            return await Answered.Of(await this[asker].Client.SendAsync(request));

        if (asker is not Asker.Visitor)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _world[asker].Token);
        return await Answered.Of(await _program.Client.SendAsync(request));
    }

    public void Dispose()
    {
        _program.Dispose();
        foreach (var visit in _visits.Values)
            visit.Dispose();
    }

    private static Task<int> Disable(Hub hub, RightsWorld world, DateTime? at)
    {
        var account = world[Asker.Disabled].Account;
        return hub.Look(db =>
            db.Users.Where(one => one.Id == account)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, at))
        );
    }
}
