using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SigHub.Testing;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Xunit.Sdk;
using Xunit.v3;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests;

/// <summary>Gives a theory one run on SQLite and one on PostgreSQL.</summary>
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new(Enum.GetValues<Database>().Select(ITheoryDataRow (database) => new TheoryDataRow(database)).ToList());

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>
/// A test against the portal itself, in this process, on a real database of the test's own that holds the cast and their
/// groups. The clock stands still until the test moves it.
/// </summary>
public abstract class HubTest : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _toDispose = [];

    /// <inheritdoc cref="Hub.HasCircuits"/>
    protected virtual bool NeedsCircuits => false;

    /// <param name="settings">As an operator says them, <c>SigHub__PublicUrl</c>.</param>
    protected async Task<Hub> Open(Database kind, params (string Name, string Value)[] settings)
    {
        var database = await TestDatabase.Create(kind, Hub.MigrateAndLoadCast);
        return Keep(database, new Hub(database, settings) { HasCircuits = NeedsCircuits });
    }

    /// <summary>A portal in which nothing goes on but what the test does: its queue, its post and its upkeep rest.</summary>
    protected async Task<Hub> OpenAtRest(Database kind)
    {
        var database = await TestDatabase.Create(kind, Hub.MigrateAndLoadCast);
        return Keep(database, new Hub(database) { IsAtRest = true });
    }

    private Hub Keep(TestDatabase database, Hub hub)
    {
        _toDispose.Add(hub);
        _toDispose.Add(database);
        return hub;
    }

    /// <summary>A browser in which somebody of the cast has signed in with a password.</summary>
    protected static async Task<Visit> SignedIn(Hub hub, string who)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.AddPasswordAsync((await accounts.FindByNameAsync(who))!, Visit.Password);
        var visit = Visit.Of(hub);
        (await visit.SignIn(who)).Status.ShouldBe(HttpStatusCode.Redirect);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var thing in _toDispose)
            await thing.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The portal in this process.</summary>
public sealed class Hub : WebApplicationFactory<Settings>
{
    private readonly TestDatabase _database;
    private readonly (string Name, string Value)[] _settings;

    public Hub(TestDatabase database, params (string Name, string Value)[] settings) =>
        (_database, _settings) = (database, settings);

    /// <summary>How often a password is hashed at rest, where many people sign in.</summary>
    public const int QuickHash = 1000;

    /// <summary>Circuits can be asked for; making their endpoints takes time at each start.</summary>
    public bool HasCircuits { get; init; }

    /// <summary>What runs by itself does not run.</summary>
    public bool IsAtRest { get; init; }

    /// <summary>Thursday 2026-03-12, 09:00 UTC, until a test moves it.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Runs something with a use case as somebody of the cast; null is a visitor.</summary>
    public async Task<TResult> As<TUseCase, TResult>(string? who, Func<TUseCase, Task<TResult>> act)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await Become(scope.ServiceProvider, who);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <inheritdoc cref="As{TUseCase,TResult}"/>
    public Task As<TUseCase>(string? who, Func<TUseCase, Task> act)
        where TUseCase : notnull =>
        As<TUseCase, bool>(
            who,
            async useCase =>
            {
                await act(useCase);
                return true;
            }
        );

    /// <summary>Looks into the database, past every right.</summary>
    public async Task<T> Look<T>(Func<SigHubDb, Task<T>> look)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContextAsync();
        return await look(db);
    }

    internal static async Task MigrateAndLoadCast(TestDatabase database)
    {
        await using var hub = new Hub(database);
        await hub.Look(async db =>
        {
            Cast.Load(db, hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("SigHub:Demo", "false");
        builder.UseSetting("SigHub:DataPath", _database.DataPath);
        builder.UseSetting("ConnectionStrings:SigHub", _database.ConnectionString);
        foreach (var (name, value) in _settings)
            builder.UseSetting(name.Replace("__", ":"), value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddLogging(logging => logging.ClearProviders());
            if (!HasCircuits)
                services.RemoveAll<RenderModeEndpointProvider>().AddSingleton<RenderModeEndpointProvider, NoCircuits>();
            if (!IsAtRest)
                return;

            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = QuickHash);

            var busy = services.Where(service =>
                service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Assembly == typeof(Settings).Assembly
            );
            foreach (var service in busy.ToList())
                services.Remove(service);
        });
    }

    private static async Task Become(IServiceProvider services, string? who)
    {
        if (who is null)
            return;

        await using var db = await services.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContextAsync();
        var account = await db.Users.SingleAsync(user => user.UserName == who);
        var person = await db.People.SingleAsync(person => person.AccountId == account.Id);
        services.GetRequiredService<CurrentPerson>().Become(account.Id, person.Id);
    }
}

/// <summary>Pages are made for circuits, and nobody opens one.</summary>
file sealed class NoCircuits : RenderModeEndpointProvider
{
    public override bool Supports(IComponentRenderMode renderMode) => renderMode is InteractiveServerRenderMode;

    public override IEnumerable<RouteEndpointBuilder> GetEndpointBuilders(
        IComponentRenderMode renderMode,
        IApplicationBuilder applicationBuilder
    ) => [];
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void MoveTo(DateTimeOffset to) => _now = to;
}
