using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using SigHub.Testing;
using SigHub.Web.Platform;
using YamlDotNet.RepresentationModel;

namespace SigHub.Web.Tests.Operations;

public sealed class Composing_services
{
    private static readonly YamlMappingNode s_file = Read();

    [Fact]
    public void SigHub_waits_for_a_database_that_keeps_its_data_in_a_volume()
    {
        var postgres = At("services", "postgres");

        Text(At("services", "sighub", "depends_on", "postgres"), "condition").ShouldBe("service_healthy");
        Text(postgres, "image").ShouldMatch("^postgres:1[5-9]");
        Texts(At("services", "postgres", "healthcheck"), "test")[1].ShouldContain("pg_isready");
        Texts(postgres, "volumes").ShouldBe(["postgres-data:/var/lib/postgresql/data"]);
        At("volumes").Children.Keys.Select(key => key.ToString()).ShouldContain("postgres-data");
    }

    [Fact]
    public void It_is_built_from_files_that_exist()
    {
        var build = At("services", "sighub", "build");

        Text(build, "context").ShouldBe(".");
        File.Exists(Path.Combine(Repository.Root, Text(build, "dockerfile"))).ShouldBeTrue();
    }

    [Fact]
    public void SigHub_can_start_with_the_settings_it_is_given()
    {
        var environment = Environment();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                environment.Select(pair =>
                    KeyValuePair.Create(pair.Key.Replace("__", ":"), (string?)Filled(pair.Value))
                )
            )
            .Build();

        var settings = Settings.Read(
            configuration,
            new HostingEnvironment { EnvironmentName = "Production" },
            "http://*:8080"
        );

        settings.ConnectionString.ShouldBe("Host=postgres;Database=sighub;Username=sighub;Password=of-the-operator");
        settings.Demo.ShouldBeFalse();
        settings.PathBase.ShouldBeEmpty();
        var subnet = IPNetwork.Parse(
            ((YamlMappingNode)Sequence(At("networks", "outside", "ipam"), "config")[0])["subnet"].ToString()
        );
        settings.KnownProxies.ShouldHaveSingleItem();
        subnet.Contains(settings.KnownProxies[0].BaseAddress).ShouldBeTrue();
    }

    [Fact]
    public void Secrets_come_from_outside_and_are_asked_for()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docker-compose.yml"));

        var secret = lines
            .Where(line => !line.StartsWith('#') && line.Contains("PASSWORD", StringComparison.Ordinal))
            .ToList();

        secret.Count.ShouldBe(2);
        secret.ShouldAllBe(line => line.Contains("${SIGHUB_DB_PASSWORD:?", StringComparison.Ordinal));
        lines.ShouldNotContain(line =>
            line.Contains("Password=", StringComparison.Ordinal) && !line.Contains("${", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Only_this_machine_reaches_SigHub_and_nobody_the_database()
    {
        var sighub = At("services", "sighub");

        Texts(sighub, "ports").ShouldHaveSingleItem().ShouldStartWith("127.0.0.1:");
        Texts(sighub, "ports")[0].ShouldEndWith(":8080");
        At("services", "postgres").Children.ContainsKey("ports").ShouldBeFalse();
        Texts(At("services", "postgres"), "networks").ShouldBe(["inside"]);
        Text(At("networks", "inside"), "internal").ShouldBe("true");
        Text(sighub, "read_only").ShouldBe("true");
        Texts(sighub, "cap_drop").ShouldBe(["ALL"]);
    }

    private static Dictionary<string, string> Environment() =>
        At("services", "sighub", "environment")
            .Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());

    private static string Filled(string value) =>
        value
            .Replace("${SIGHUB_DB_PASSWORD:?Set SIGHUB_DB_PASSWORD in .env}", "of-the-operator")
            .Replace("${SIGHUB_PATH_BASE:-}", "");

    private static YamlMappingNode At(params string[] path) =>
        path.Aggregate(s_file, (node, key) => (YamlMappingNode)node[key]);

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static YamlSequenceNode Sequence(YamlMappingNode node, string key) => (YamlSequenceNode)node[key];

    private static List<string> Texts(YamlMappingNode node, string key) =>
        [.. Sequence(node, key).Select(item => item.ToString())];

    private static YamlMappingNode Read()
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}
