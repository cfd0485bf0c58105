using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using SigHub.Testing;
using SigHub.Web.Platform;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Platform;

public sealed class Starting
{
    [Theory]
    [InlineData("SigHub__Demo", "perhaps", "SigHub:Demo", "neither true nor false")]
    [InlineData("SigHub__PathBase", "hub", "SigHub:PathBase", "must start with a slash")]
    [InlineData("SigHub__PathBase", "/hub/", "SigHub:PathBase", "not end with one")]
    [InlineData("SigHub__PathBase", "/a b", "SigHub:PathBase", "letters, digits")]
    [InlineData("SigHub__KnownProxies__0", "my-proxy", "SigHub:KnownProxies", "neither an IP address nor a network")]
    [InlineData("SigHub__KnownProxies", "127.0.0.1, my-proxy", "SigHub:KnownProxies", "“my-proxy” is neither")]
    [InlineData("SigHub__PublicUrl", "hub.example", "SigHub:PublicUrl", "no address of a site")]
    [InlineData("SigHub__Mail__Hst", "mail.example", "SigHub:Mail:Hst", "none of that name")]
    [InlineData("SigHub__Mail__Host", "mail example", "SigHub:Mail:Host", "no host name")]
    [InlineData("SigHub__Mail__Host", "mail.example", "SigHub:Mail:From", "an address to come from")]
    [InlineData("SigHub__Mail__From", "hub@foundation.example", "SigHub:Mail:From", "says nothing without")]
    [InlineData("SigHub__PathBas", "/hub", "SigHub:PathBas", "none of that name")]
    [InlineData("ConnectionStrings__Sighubb", "Host=db", "ConnectionStrings:Sighubb", "there is SigHub")]
    [InlineData("Serilog__MinimumLevel__Default", "Loud", "Serilog:MinimumLevel:Default", "Loud")]
    [InlineData(
        "Serilog__MinimumLevel__Override__Microsoft",
        "Soft",
        "Serilog:MinimumLevel:Override:Microsoft",
        "Soft"
    )]
    [InlineData("ASPNETCORE_URLS", "localhost:5299", "urls", "“localhost:5299” is no address to listen on")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:port", "urls", "is no address to listen on")]
    [InlineData("ASPNETCORE_URLS", "http://192.0.2.1:5299", "urls", "assign requested address")]
    [InlineData("ASPNETCORE_URLS", "https://localhost:0", "urls", "urls is wrong")]
    [InlineData("Kestrel__Endpoints__Here__Url", "here", "Kestrel:Endpoints:Here:Url", "“here” is no address")]
    [InlineData("ConnectionStrings__SigHub", "Server=;;nonsense", "ConnectionStrings:SigHub", "PostgreSQL")]
    [InlineData("ConnectionStrings__SigHub", "Database=hub", "ConnectionStrings:SigHub", "names no Host")]
    [InlineData(
        "ConnectionStrings__SigHub",
        "Host=127.0.0.1;Port=9;Username=hub;Password=very-secret;Timeout=3",
        "ConnectionStrings:SigHub",
        "PostgreSQL at 127.0.0.1:9/hub cannot be used"
    )]
    public async Task A_wrong_setting_ends_it_with_a_sentence(string name, string value, string named, string why)
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);

        var (exitCode, said) = await HubServer.RunToItsEnd(database, (name, value));

        exitCode.ShouldBe(1, said);
        said.ShouldContain($"The setting {named} is wrong: ");
        said.ShouldContain(why);
        said.ShouldNotContain("   at ");
        said.ShouldNotContain("very-secret");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_one_ends_it_with_a_sentence()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        var file = Path.Combine(database.DataPath, "a-file");
        await File.WriteAllTextAsync(file, "not a folder");

        var (exitCode, said) = await HubServer.RunToItsEnd(database, ("SigHub__DataPath", file));

        exitCode.ShouldBe(1, said);
        said.ShouldContain("The setting SigHub:DataPath is wrong: ");
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_address_in_use_ends_it_with_a_sentence()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, said) = await HubServer.RunToItsEnd(
            database,
            ("Kestrel__Endpoints__Here__Url", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")
        );

        exitCode.ShouldBe(1, said);
        said.TrimEnd().Split('\n')[^1].ShouldContain("address already in use");
        said.ShouldContain("The setting Kestrel:Endpoints:Here:Url is wrong: ");
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task In_production_nobody_signs_in_without_a_password()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);

        var (exitCode, said) = await HubServer.RunToItsEnd(
            database,
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("SigHub__Demo", "true")
        );

        exitCode.ShouldBe(1, said);
        said.ShouldContain("The setting SigHub:Demo is wrong: ");
    }

    [Theory]
    [InlineData("Development", "http://localhost:5080", null, null, true)]
    [InlineData("Development", "http://127.0.0.1:1;http://[::1]:1", null, null, true)]
    [InlineData("Development", "http://*:5080", null, null, false)]
    [InlineData("Development", "http://+:5080", null, null, false)]
    [InlineData("Development", "http://0.0.0.0:5080", null, null, false)]
    [InlineData("Development", "http://localhost:1;http://192.0.2.7:1", null, null, false)]
    [InlineData("Development", "http://localhost:5080", "Host=db", null, false)]
    [InlineData("Development", "http://localhost:5080", "Host=db", "true", true)]
    [InlineData("Development", "http://localhost:5080", null, "false", false)]
    [InlineData("Production", "http://localhost:5080", null, null, false)]
    [InlineData("Production", "http://localhost:5080", null, "true", null)]
    [InlineData("Development", "http://*:5080", null, "true", null)]
    public void The_demo_is_the_default_where_it_harms_nobody(
        string environment,
        string urls,
        string? connection,
        string? demo,
        bool? expected
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:SigHub", connection), new("SigHub:Demo", demo)])
            .Build();
        var host = new HostingEnvironment { EnvironmentName = environment };

        if (expected is { } loaded)
            Settings.Read(configuration, host, urls).Demo.ShouldBe(loaded);
        else
            Should
                .Throw<WrongSetting>(() => Settings.Read(configuration, host, urls))
                .Message.ShouldContain("SigHub:Demo");
    }

    [Theory]
    [InlineData("http_ports", "5080", true)]
    [InlineData("http_ports", "50800000", false)]
    [InlineData("https_ports", "none", false)]
    [InlineData("urls", "http://unix:/tmp/sighub.sock", true)]
    [InlineData("urls", "ftp://localhost", false)]
    [InlineData("urls", "http://localhost/hub", false)]
    public void An_address_can_be_listened_on_or_is_refused_by_its_setting(string setting, string value, bool works)
    {
        var builder = WebApplication.CreateBuilder(["--" + setting, value]);

        if (works)
            new Listening(builder).Urls.ShouldContain(value);
        else
            Should
                .Throw<WrongSetting>(() => new Listening(builder))
                .Message.ShouldContain($"setting {setting} is wrong");
    }

    [Theory]
    [InlineData("SigHub:KnownProxies", "127.0.0.1, 172.18.0.0/16")]
    [InlineData("SigHub:KnownProxies:0", "127.0.0.1,172.18.0.0/16")]
    public void Proxies_may_stand_in_one_value(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

        var settings = Settings.Read(configuration, new HostingEnvironment { EnvironmentName = "Production" }, "");

        settings.KnownProxies.Select(network => network.ToString()).ShouldBe(["127.0.0.1/32", "172.18.0.0/16"]);
    }

    [Fact]
    public void Other_connection_strings_are_nobody_s_business_where_its_own_is_set()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("ConnectionStrings:SigHub", "Host=db"),
                new("ConnectionStrings:Redis", "cache"),
            ])
            .Build();

        Settings
            .Read(configuration, new HostingEnvironment { EnvironmentName = "Production" }, "")
            .ConnectionString.ShouldBe("Host=db");
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_goes_wrong_at_the_first_start_or_the_second(Database kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        for (var start = 0; start < 2; start++)
        {
            await using var server = await HubServer.Start(database, ("SigHub__Demo", "true"));
            server.Log.ShouldNotContain("ERR", Case.Sensitive);
            server.Log.ShouldNotContain("Failed executing");
        }
    }

    [Fact]
    public async Task The_log_says_where_it_is_and_who_can_sign_in()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using var server = await HubServer.Start(database, ("SigHub__PathBase", "/hub"));
        await HubServer.Until(() => server.Log.Contains("Robin Vale", StringComparison.Ordinal));

        server.Log.ShouldContain($"SigHub is at {server.Address.ToString().TrimEnd('/')}/hub");
        server.Log.ShouldContain("Ada Quill, chair of SIG/Compute");
        server.Log.ShouldNotContain("WRN");
    }
}
