using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Administration;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;
using LongTest = SigHub.Testing.LongTest;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>Every use case, by everybody, in the own group and another: done as its rule says, or refused without a trace.</summary>
public sealed class Who_may_do_what : HubTest
{
    /// <summary>What a feature registers and nobody does: what use cases share, and what runs by itself.</summary>
    private static readonly Type[] s_equipment =
    [
        typeof(FirstAdministrator),
        typeof(ImportBell),
        typeof(ImportLimit),
        typeof(LatestReadings),
        typeof(QuorumTimes),
    ];

    [Theory, OnEveryDatabase]
    public async Task Is_as_the_table_says(Database database)
    {
        Assert.SkipUnless(database is Database.Sqlite || LongTest.IsWanted, LongTest.HowToRun);
        var hub = await OpenAtRest(database);
        var world = await RightsWorld.In(hub);
        await using var before = await Snapshot.Of(hub);
        var wrong = new List<string>();

        foreach (var right in UseCaseRights.All(world))
            wrong.AddRange(await Check(hub, world, before, right, Askers.On(database)));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task And_the_table_has_a_rule_for_every_use_case_and_for_nothing_else()
    {
        var hub = await OpenAtRest(Database.Sqlite);
        var registered = hub.Services.GetRequiredService<IServiceProviderIsService>();
        var ruled = UseCaseRights.All(await RightsWorld.In(hub)).Select(right => right.UseCase).Distinct().ToList();

        var useCases = Features().Where(IsUseCase).ToList();
        useCases.Count.ShouldBeGreaterThan(60);
        useCases.Where(useCase => !registered.IsService(useCase)).ShouldBeEmpty();
        Ruleless(useCases, ruled).ShouldBeEmpty("a use case needs a rule in UseCaseRights.cs");
        ruled.Except(useCases).ShouldBeEmpty("this use case is no more");
        Ruleless([.. useCases, typeof(Forgotten)], ruled).ShouldBe([typeof(Forgotten)]);

        Features()
            .Where(type => registered.IsService(type) && !IsUseCase(type) && PublicMethods(type).Any())
            .Except(s_equipment)
            .Where(type => !typeof(IHostedService).IsAssignableFrom(type))
            .ShouldBeEmpty("whoever does something has one public method, Run");
    }

    [Theory]
    [InlineData(Asker.Keepers | Asker.Member, "Member may not (")]
    [InlineData(Asker.Keepers & ~Asker.Secretary, "Secretary may, against")]
    public async Task And_a_wrong_rule_is_found(object may, string found)
    {
        var hub = await OpenAtRest(Database.Sqlite);
        var world = await RightsWorld.In(hub);
        await using var before = await Snapshot.Of(hub);
        var right = UseCaseRights.All(world).Single(one => one.ToString() == "ReportState (open-hall, Public)");
        (await Check(hub, world, before, right)).ShouldBeEmpty();

        var wrong = await Check(hub, world, before, right with { May = (Asker)may });

        wrong.ShouldHaveSingleItem().ShouldContain(found);
    }

    [Fact]
    public async Task And_so_is_a_refusal_that_left_something_behind()
    {
        var hub = await OpenAtRest(Database.Sqlite);
        var world = await RightsWorld.In(hub);
        await using var before = await Snapshot.Of(hub);
        var right = UseCaseRights.All(world).Single(one => one.ToString() == "ReportState (open-hall, Public)");

        var wrong = await Check(
            hub,
            world,
            before,
            right with
            {
                May = Asker.Nobody,
                Act = async at =>
                {
                    await at.Look(async db =>
                    {
                        db.Groups.First(group => group.Id == world.Other)
                            .Describe(
                                Actor.Administrator(world[Asker.Administrator].Person),
                                "Left behind",
                                hub.Clock.UtcNow()
                            );
                        return await db.SaveChangesAsync();
                    });
                    throw new RuleBroken("No.");
                },
            }
        );

        wrong.ShouldHaveSingleItem().ShouldContain("changed something");
        (await before.IsAsBefore()).ShouldBeTrue("and is put back");
    }

    /// <summary>A circuit stays open: the same services, and the same person as they were when it opened.</summary>
    [Theory, OnEveryDatabase]
    public async Task And_a_right_taken_away_meanwhile_is_none_at_the_next_act(Database database)
    {
        Assert.SkipUnless(database is Database.Sqlite || LongTest.IsWanted, LongTest.HowToRun);
        var hub = await OpenAtRest(database);
        var world = await RightsWorld.In(hub);
        await using var before = await Snapshot.Of(hub);
        var rights = UseCaseRights.All(world);
        var first = rights.Single(right => right.ToString() == "ReportState (open-hall, Public)");

        foreach (var (asker, becomes, takeAway) in Losses(hub, world))
        {
            await using var circuit = hub.Services.CreateAsyncScope();
            var attempt = new Attempt(circuit.ServiceProvider, world, asker);
            Become(attempt);
            (await Try(first, attempt)).ShouldBeOfType<Outcome.Done>();
            await before.PutBack();

            await takeAway();

            await using var after = await Snapshot.Of(hub);
            var lost = rights.Where(right => right.May.HasFlag(asker) && !right.May.HasFlag(becomes)).ToList();
            lost.Count(right => right.Changes).ShouldBeGreaterThan(10, $"{asker}");
            foreach (var right in lost)
                (await Try(right, attempt)).ShouldBeOfType<Outcome.Refused>(
                    $"{right}, by {asker} who is {becomes} now"
                );
            (await after.IsAsBefore()).ShouldBeTrue($"what {asker} lost changes nothing");
            await before.PutBack();
        }
    }

    /// <summary>Who loses what, and is what from then on.</summary>
    private static IEnumerable<(Asker Asker, Asker Becomes, Func<Task> TakeAway)> Losses(Hub hub, RightsWorld world)
    {
        foreach (var asker in new[] { Asker.Chair, Asker.Secretary, Asker.Lead, Asker.LeadAbove })
            yield return (asker, Asker.Former, () => EndRoles(world[asker].Person));
        yield return (
            Asker.Administrator,
            Asker.Newcomer,
            () => ChangeAccount(Asker.Administrator, AccountChange.UnmakeAdministrator)
        );
        yield return (Asker.Chair, Asker.Visitor, () => ChangeAccount(Asker.Chair, AccountChange.Disable));
        yield return (Asker.Chair, Asker.Visitor, () => ChangeAccount(Asker.Chair, AccountChange.EndSessions));

        Task ChangeAccount(Asker whose, AccountChange change) =>
            hub.As<ChangeAccount>(Cast.Robin, account => account.Run(world[whose].Account, change));

        async Task EndRoles(Guid person)
        {
            foreach (
                var role in await hub.Look(db => db.Memberships.Where(role => role.PersonId == person).ToListAsync())
            )
                await hub.As<EndRole>(Cast.Robin, end => end.Run(role.Id));
        }
    }

    internal static async Task<List<string>> Check(
        Hub hub,
        RightsWorld world,
        Snapshot before,
        Right right,
        IReadOnlyList<Asker>? askers = null
    )
    {
        var wrong = new List<string>();
        askers ??= Askers.All;
        var refused = askers.Where(asker => !right.May.HasFlag(asker)).ToList();
        foreach (var asker in refused)
        {
            var outcome = await Try(hub, world, right, asker);
            if (outcome is Outcome.Refused)
                continue;

            wrong.Add($"{right}: {asker} {outcome}, against its rule");
            await before.PutBack();
        }

        if (!await before.IsAsBefore())
        {
            wrong.Add($"{right}: refused, and changed something, for one of {string.Join(", ", refused)}");
            await before.PutBack();
        }

        foreach (var asker in askers.Except(refused))
        {
            var outcome = await Try(hub, world, right, asker);
            if (outcome is not Outcome.Done)
                wrong.Add($"{right}: {asker} {outcome}, against its rule");
            if (!right.Changes)
                continue;

            if (await before.IsAsBefore())
            {
                if (outcome is Outcome.Done && right.Says is null)
                    wrong.Add($"{right}: {asker} changed nothing");
            }
            else
                await before.PutBack();
        }

        if (!await before.IsAsBefore())
        {
            wrong.Add($"{right}: only reads, and changed something");
            await before.PutBack();
        }

        return wrong;
    }

    private static async Task<Outcome> Try(Hub hub, RightsWorld world, Right right, Asker asker)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var attempt = new Attempt(scope.ServiceProvider, world, asker);
        Become(attempt);
        return await Try(right, attempt);
    }

    private static async Task<Outcome> Try(Right right, Attempt attempt)
    {
        try
        {
            return await right.Act(attempt) ? new Outcome.Done() : new Outcome.Refused("nothing was found");
        }
        catch (RuleBroken rule)
            when (right.Says is { } sentence && rule.Message.Contains(sentence, StringComparison.Ordinal))
        {
            return new Outcome.Done();
        }
        catch (RuleBroken rule)
        {
            return new Outcome.Refused(rule.Message);
        }
        catch (Exception failure)
        {
            return new Outcome.Failed(failure);
        }
    }

    /// <summary>As a request of theirs would be, with their session.</summary>
    private static void Become(Attempt attempt)
    {
        var me = attempt.Me;
        var claims =
            attempt.Asker is Asker.Visitor
                ? new ClaimsIdentity()
                : new ClaimsIdentity(
                    [
                        new Claim(ClaimTypes.NameIdentifier, me.Account.ToString()),
                        new Claim(CurrentPerson.PersonClaim, me.Person.ToString()),
                        new Claim(CurrentPerson.SessionClaim, me.Session.ToString()),
                    ],
                    IdentityConstants.ApplicationScheme
                );
        var context = new DefaultHttpContext { RequestServices = attempt.Services, User = new ClaimsPrincipal(claims) };
        attempt.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        attempt.Services.GetRequiredService<CurrentPerson>().Become(context.User);
    }

    private static List<Type> Ruleless(IEnumerable<Type> useCases, IEnumerable<Type> ruled) =>
        [.. useCases.Except(ruled)];

    private static List<Type> Features() =>
        [
            .. typeof(Settings)
                .Assembly.GetTypes()
                .Where(type =>
                    type is { IsClass: true, IsSealed: true, IsAbstract: false, IsNested: false, IsPublic: true }
                    && type.Namespace?.StartsWith("SigHub.Web.Features.", StringComparison.Ordinal) == true
                    && !typeof(Delegate).IsAssignableFrom(type)
                ),
        ];

    private static bool IsUseCase(Type type) => PublicMethods(type).Any(method => method.Name == "Run");

    private static IEnumerable<MethodInfo> PublicMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition() == method);

    private abstract record Outcome
    {
        public sealed record Done : Outcome
        {
            public override string ToString() => "may";
        }

        public sealed record Refused(string Because) : Outcome
        {
            public override string ToString() => $"may not ({Because})";
        }

        public sealed record Failed(Exception Because) : Outcome
        {
            public override string ToString() => $"fails ({Because.GetType().Name}: {Because.Message})";
        }
    }

    public sealed class Forgotten
    {
        public Task Run() => Task.CompletedTask;
    }
}
