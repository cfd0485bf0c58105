using System.Text.Json;
using System.Text.RegularExpressions;
using SigHub.Testing;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests.Operations;

public sealed partial class Building_an_image
{
    private static readonly List<(string Word, string What)> s_steps = Steps();

    [Fact]
    public void What_is_built_in_one_image_runs_in_a_smaller_one()
    {
        var images = All("FROM");

        images.Count.ShouldBe(2);
        images[0].ShouldMatch(@"^mcr\.microsoft\.com/dotnet/sdk:10\.0\S* AS build$");
        images[1].ShouldMatch(@"^mcr\.microsoft\.com/dotnet/aspnet:10\.0\S*$");
        All("COPY").ShouldContain("--from=build /app ./");
        All("RUN").ShouldContain(run => run.StartsWith("dotnet publish src/SigHub.Web", StringComparison.Ordinal));
    }

    [Fact]
    public void What_it_copies_exists_and_is_all_that_a_build_needs()
    {
        var copied = All("COPY")
            .Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal))
            .SelectMany(copy => copy.Split(' ')[..^1])
            .ToList();

        copied.ShouldAllBe(path => Path.Exists(Path.Combine(Repository.Root, path)));
        copied.ShouldBe(
            [".editorconfig", "Directory.Build.props", "Directory.Packages.props", "global.json", "src"],
            ignoreOrder: true
        );
        var let = File.ReadLines(Path.Combine(Repository.Root, ".dockerignore")).Where(line => line.StartsWith('!'));
        let.Select(line => line[1..]).ShouldBe(copied, ignoreOrder: true);
    }

    [Fact]
    public void It_has_what_SigHub_asks_of_a_system()
    {
        var installed = All("RUN").Single(run => run.Contains("apt-get install", StringComparison.Ordinal));

        installed.ShouldMatch(@"\blibicu\d+\b");
        installed.ShouldContain(" libsqlite3-0 ");
        installed.ShouldContain(" tzdata ");
        installed.ShouldContain("rm -rf /var/lib/apt/lists/*");
    }

    [Fact]
    public void It_runs_as_nobody_special_and_may_write_its_data_only()
    {
        var user = s_steps.FindLastIndex(step => step.Word == "USER");

        s_steps[user].What.ShouldBe("$APP_UID");
        s_steps.FindIndex(step => step.Word == "ENTRYPOINT").ShouldBeGreaterThan(user);
        s_steps.Skip(user).ShouldAllBe(step => step.Word != "RUN" && step.Word != "COPY");
        All("VOLUME").ShouldBe(["/data"]);
        All("RUN")
            .ShouldContain(run => run.Contains("--owner=$APP_UID --group=$APP_UID /data", StringComparison.Ordinal));
        All("ENV")[^1].ShouldContain("SigHub__DataPath=/data");
        All("ENV")[^1].ShouldContain("ASPNETCORE_ENVIRONMENT=Production");
    }

    [Fact]
    public void It_starts_SigHub_and_asks_how_it_is_without_a_program_it_has_not()
    {
        var port = Port().Match(All("ENV")[^1]).Groups[1].Value;
        var start = JsonSerializer.Deserialize<string[]>(All("ENTRYPOINT").Single())!;
        var health = All("HEALTHCHECK").Single();
        var command = JsonSerializer.Deserialize<string[]>(
            health[(health.IndexOf("CMD ", StringComparison.Ordinal) + 4)..]
        )!;

        start.ShouldBe(["dotnet", typeof(Settings).Assembly.GetName().Name + ".dll"]);
        All("EXPOSE").ShouldBe([port]);
        command[..2].ShouldBe(["bash", "-c"]);
        command[2].ShouldContain($"/dev/tcp/127.0.0.1/{port}");
        command[2].ShouldContain("GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\n");
        health.ShouldNotContain("curl");
    }

    private static List<string> All(string word) =>
        [.. s_steps.Where(step => step.Word == word).Select(step => step.What)];

    /// <summary>Instructions, with their continued lines in one.</summary>
    private static List<(string, string)> Steps()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "SigHub.Web", "Dockerfile"));
        return
        [
            .. Continued()
                .Replace(text, " ")
                .Split('\n')
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line => line.Split(' ', 2))
                .Select(parts => (parts[0], parts[1].Trim())),
        ];
    }

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex("ASPNETCORE_HTTP_PORTS=([0-9]+)")]
    private static partial Regex Port();
}
