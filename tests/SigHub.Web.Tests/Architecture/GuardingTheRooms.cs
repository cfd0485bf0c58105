using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Minutes;
using SigHub.Testing;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests.Architecture;

/// <summary>Each room of the house is for one thing and must never do some others.</summary>
public sealed partial class Guarding_the_rooms
{
    private static readonly Assembly s_web = typeof(Settings).Assembly;

    /// <summary>
    /// The demo is what a person would do by hand, once, before anybody is there; what moves a document in is a part of
    /// accepting it, and of its transaction, and what makes a text's records real a part of finalizing or correcting it; a session begins and ends where Identity signs in and out; what somebody changes
    /// about their own account is told after Identity saved it.
    /// </summary>
    private static readonly string[] s_excusedSavers =
    [
        "LoadDemo",
        "MinutesRecords",
        "MoveIn",
        "MoveIn.Actions",
        "MoveIn.Groups",
        "MoveIn.Meetings",
        "MoveIn.People",
        "MoveIn.Roadmap",
        "MoveIn.Versions",
        "MyAccount",
        "Sessions",
    ];

    public static TheoryData<string> Features =>
        [
            .. Directory
                .GetDirectories(Path.Combine(Repository.Root, "src/SigHub.Web/Features"))
                .Select(folder => Path.GetFileName(folder)),
        ];

    [Fact]
    public void The_domain_needs_no_package()
    {
        References(typeof(RuleBroken).Assembly).ShouldAllBe(name => name.StartsWith("System."));
        References(s_web).ShouldContain(name => !name.StartsWith("System."), "the rule should catch somebody");
    }

    [Fact]
    public void Minutes_knows_no_database_no_page_and_no_other_room()
    {
        var known = References(typeof(MinutesReader).Assembly);

        known.ShouldAllBe(name => name.StartsWith("System.") || name == "Markdig" || name == "AngleSharp");
    }

    [Fact]
    public void Nobody_below_the_web_reads_the_clock_or_throws_dice() =>
        Source.ShouldNotSay(
            Source.Below("src/SigHub.Domain", "src/SigHub.Minutes"),
            ClockOrDice(),
            "var id = Guid.NewGuid();",
            "time and ids are arguments"
        );

    [Fact]
    public void Nobody_asks_the_wall_for_the_time() =>
        Source.ShouldNotSay(
            Source.Below("src"),
            WallClock(),
            "var now = DateTime.UtcNow;",
            "time comes from TimeProvider"
        );

    [Fact]
    public void Nobody_waits_in_a_thread() =>
        Source.ShouldNotSay(Source.Below("src"), Blocking(), "var x = LoadAsync(id).Result;", "await it");

    [Fact]
    public void Only_the_command_line_and_a_refused_start_write_to_the_console() =>
        Source.ShouldNotSay(
            [.. Source.Below("src").Where(source => !source.Path.StartsWith("src/SigHub.Cli/"))],
            ConsoleUse(),
            "Console.WriteLine(text);",
            "log it"
        );

    [Theory, MemberData(nameof(Features))]
    public void A_feature_knows_no_other(string feature)
    {
        var others = new Regex($@"SigHub\.Web\.Features\.(?!{feature}\b)\w+");

        Source.ShouldNotSay(
            Source.Below($"src/SigHub.Web/Features/{feature}"),
            others,
            "using SigHub.Web.Features.Gardening;",
            "features meet through the Domain, through links and through activity"
        );
    }

    [Fact]
    public void Platform_persistence_and_components_know_no_feature() =>
        Source.ShouldNotSay(
            Source.Below("src/SigHub.Web/Platform", "src/SigHub.Web/Persistence", "src/SigHub.Web/Components"),
            new Regex(@"SigHub\.Web\.Features\b"),
            "using SigHub.Web.Features.Groups;",
            "a feature stands on them"
        );

    [Fact]
    public void What_is_on_the_screen_asks_no_database_and_no_use_case()
    {
        var screens = s_web
            .GetTypes()
            .Where(type => typeof(IComponent).IsAssignableFrom(type))
            .Where(type => type.Namespace is "SigHub.Web.Components" or "SigHub.Web.Layout")
            .ToList();

        screens.Count.ShouldBeGreaterThan(10);
        AsksTooMuch(typeof(CuriousComponent)).ShouldNotBeEmpty();
        screens.SelectMany(AsksTooMuch).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_database_is_made_by_stays_in_its_folder() =>
        Source.ShouldNotSay(
            [
                .. Source
                    .Below("src")
                    .Where(source =>
                        !source.Path.StartsWith("src/SigHub.Web/Persistence/Postgres/")
                        && !source.Path.StartsWith("src/SigHub.Web/Persistence/Sqlite/")
                    ),
            ],
            new Regex(@"\bNpgsql\w*|Microsoft\.Data\.Sqlite|\bSqlite(Connection|Command|Exception)\w*|SQLitePCL"),
            "catch (NpgsqlException)",
            "both databases look the same from outside"
        );

    [Fact]
    public void Only_the_beginning_knows_who_writes_the_log() =>
        Source.ShouldNotSay(
            [.. Source.Below("src").Where(source => source.Path != "src/SigHub.Web/Program.cs")],
            new Regex(@"\bSerilog\b"),
            "using Serilog;",
            "log with ILogger"
        );

    [Fact]
    public void The_beginning_is_a_table_of_contents() =>
        File.ReadAllLines(Path.Combine(Repository.Root, "src/SigHub.Web/Program.cs")).Length.ShouldBeLessThan(80);

    [Fact]
    public void A_use_case_is_a_sealed_class_that_does_one_thing()
    {
        var useCases = FeatureTypes().Where(type => PublicMethods(type).Any(method => method.Name == "Run")).ToList();

        useCases.Count.ShouldBeGreaterThan(15);
        DoesOneThing(typeof(BusyUseCase)).ShouldBeFalse();
        useCases.Where(type => !DoesOneThing(type)).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_saves_is_a_use_case()
    {
        var savers = Source
            .Below("src/SigHub.Web/Features")
            .Where(source => Saving().IsMatch(source.Text))
            .Select(source => Path.GetFileNameWithoutExtension(source.Path))
            .ToList();

        savers.ShouldContain("AcceptDocument");
        Saving().IsMatch("await db.SaveChangesAsync(stop);").ShouldBeTrue();
        savers
            .Except(s_excusedSavers)
            .Where(name => !FeatureTypes().Any(type => type.Name == name && DoesOneThing(type)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_use_case_holds_no_database()
    {
        // Identity's own managers hold the context of their scope, and a first administrator has to be saved with it.
        Type[] excused = [typeof(BecomeFirstAdministrator)];
        var useCases = FeatureTypes().Where(type => PublicMethods(type).Any(method => method.Name == "Run")).ToList();

        useCases.ShouldNotBeEmpty();
        HoldsDatabase(typeof(BusyUseCase)).ShouldBeTrue();
        useCases.Except(excused).Where(HoldsDatabase).ShouldBeEmpty();
    }

    private static List<string> References(Assembly assembly)
    {
        var names = assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        names.ShouldNotBeEmpty();
        return names;
    }

    private static IEnumerable<Type> FeatureTypes() =>
        s_web
            .GetTypes()
            .Where(type =>
                type is { IsClass: true, IsNested: false }
                && type.Namespace?.StartsWith("SigHub.Web.Features.", StringComparison.Ordinal) == true
                && !typeof(IComponent).IsAssignableFrom(type)
            );

    private static bool DoesOneThing(Type type) =>
        type.IsSealed && !type.IsAbstract && PublicMethods(type) is [{ Name: "Run" }];

    private static List<MethodInfo> PublicMethods(Type type) =>
        [
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => !method.IsSpecialName),
        ];

    private static bool HoldsDatabase(Type type) =>
        type.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)
            .Any(field => typeof(DbContext).IsAssignableFrom(field.FieldType));

    private static IEnumerable<string> AsksTooMuch(Type component) =>
        component
            .GetProperties(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<InjectAttribute>() is not null)
            .Where(property =>
                property.PropertyType.Namespace?.StartsWith("SigHub.Web.Features", StringComparison.Ordinal) == true
                || property.PropertyType.ToString().Contains(typeof(SigHubDb).FullName!, StringComparison.Ordinal)
            )
            .Select(property => $"{component.Name}.{property.Name}");

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)|TimeProvider|Stopwatch|Guid\.NewGuid|\bRandom\b")]
    private static partial Regex ClockOrDice();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now\b|DateTime\.Today\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(
        @"Async\([^;]*\)\.Result\b|\bTask\w*\.Result\b|\.Wait\(\)|GetAwaiter\(\)\.GetResult\(\)|async void(?! Follow)"
    )]
    private static partial Regex Blocking();

    [GeneratedRegex(@"\bConsole\.(?!Error\.WriteLineAsync\((wrong|reason)\.Message\))")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"\.SaveChangesAsync\(|\.SaveAsSeen\(|\.Record\(")]
    private static partial Regex Saving();

    private sealed class CuriousComponent : ComponentBase
    {
        [Inject]
        public IDbContextFactory<SigHubDb> Dbs { get; set; } = null!;
    }

    private sealed class BusyUseCase(SigHubDb db)
    {
        public Task<int> Run() => db.SaveChangesAsync();

        public Task<int> RunAgain() => db.SaveChangesAsync();
    }
}
