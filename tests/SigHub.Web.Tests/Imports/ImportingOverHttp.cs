using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Features.Tokens;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Imports;

public sealed class Importing_over_http : ArrivalTest
{
    private const string Meeting =
        "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n\n## Action items:\n* Ada to write\n";

    [Theory, OnEveryDatabase]
    public async Task Brought_documents_are_read_accepted_and_told_of(Database database)
    {
        var hub = await Open(database);
        using var client = await Speaking(hub, Cast.Ada, TokenScope.Import);

        var batch = (await Post(client, "/api/imports?name=minutes.md", Meeting)).GetProperty("batch").GetGuid();
        await Post(client, $"/api/imports?name=undated.md&batch={batch}", Meeting.Replace(" 2026-02-12", ""));
        await UntilWorkedOn(hub);
        (await Post(client, $"/api/imports/{batch}/accept", "")).GetProperty("documents").GetInt32().ShouldBe(1);
        await UntilWorkedOn(hub);

        var now = await client.GetFromJsonAsync<JsonElement>($"/api/imports/{batch}");
        now.GetProperty("all").GetInt32().ShouldBe(2);
        now.GetProperty("movedIn").GetInt32().ShouldBe(1);
        now.GetProperty("toReview").GetInt32().ShouldBe(1);
        now.GetProperty("documents")[0].GetProperty("page").GetString()!.ShouldContain("/import/");
        (await Actions(hub)).Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_a_token_that_may_import_does(Database database)
    {
        var hub = await Open(database);
        using var visitor = hub.CreateClient();
        using var reader = await Speaking(hub, Cast.Ada, TokenScope.Read);
        using var member = await Speaking(hub, Cast.Ines, TokenScope.Import);
        using var content = new StringContent(Meeting);

        (await visitor.PostAsync("/api/imports?name=a.md", content)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await reader.PostAsync("/api/imports?name=a.md", content)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var refused = await member.PostAsync("/api/imports?name=a.md", content);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("chair");
        (await hub.Look(db => db.Arrivals.CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_batch_of_somebody_else_is_empty(Database database)
    {
        var hub = await Open(database);
        using var ada = await Speaking(hub, Cast.Ada, TokenScope.Import);
        using var robin = await Speaking(hub, Cast.Robin, TokenScope.Import);
        var batch = (await Post(ada, "/api/imports?name=minutes.md", Meeting)).GetProperty("batch").GetGuid();

        (await robin.GetFromJsonAsync<JsonElement>($"/api/imports/{batch}")).GetProperty("all").GetInt32().ShouldBe(0);
    }

    private static async Task<HttpClient> Speaking(Hub hub, string who, TokenScope scope)
    {
        var secret = await hub.As<MakeToken, string>(who, make => make.Run("import", scope, days: 2));
        var client = hub.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    private static async Task<JsonElement> Post(HttpClient client, string path, string text)
    {
        using var content = new StringContent(text);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
