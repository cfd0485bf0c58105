using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Meetings;

public sealed class Connecting_an_editor : HubTest
{
    private const string Live = "/groups/compute/meetings/2026-03-13/live";
    private const string Home = "http://localhost";

    [Theory, OnEveryDatabase]
    public async Task What_one_types_reaches_the_other_and_comes_back_to_its_author(Database database)
    {
        var hub = await Open(database);
        await hub.ScheduleMeeting("Present:");
        await using var ada = await Line.Open(hub, Cast.Ada);
        await using var mira = await Line.Open(hub, Cast.Mira);
        await ada.Hello(version: 0);
        await mira.Hello(version: 0);

        await ada.Type(1, 0, "Present:", "Present: Ada");

        foreach (var line in new[] { ada, mira })
        {
            var edit = await line.Hear("edit");
            edit.GetProperty("version").GetInt32().ShouldBe(1);
            edit.GetProperty("pen").GetGuid().ShouldBe(ada.Pen);
            TextChange.Read(edit.GetProperty("change")).Apply("Present:").ShouldBe("Present: Ada");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Who_comes_back_gets_what_was_missed_and_who_knows_nothing_gets_the_text(Database database)
    {
        var hub = await Open(database);
        await hub.ScheduleMeeting("a");
        await using var ada = await Line.Open(hub, Cast.Ada);
        await ada.Hello(version: 0);
        await ada.Type(1, 0, "a", "ab");
        await ada.Hear("edit");

        await using var late = await Line.Open(hub, Cast.Mira);
        await late.Say(
            new
            {
                kind = "hello",
                pen = late.Pen,
                version = 0,
            }
        );
        (await late.Hear("edit")).GetProperty("version").GetInt32().ShouldBe(1);
        (await late.Hear("ready")).GetProperty("version").GetInt32().ShouldBe(1);

        await using var again = await Line.Open(hub, Cast.Ada, ada.Pen);
        await again.Say(
            new
            {
                kind = "hello",
                pen = ada.Pen,
                version = 17,
            }
        );
        var text = await again.Hear("text");
        text.GetProperty("text").GetString().ShouldBe("ab");
        text.GetProperty("stroke").GetInt32().ShouldBe(1, "so the pen knows that its stroke is in it");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_there_is_shown_and_at_which_line_and_when_they_go(Database database)
    {
        var hub = await Open(database);
        await hub.ScheduleMeeting("a");
        await using var ada = await Line.Open(hub, Cast.Ada);
        await ada.Hello(version: 0);
        var mira = await Line.Open(hub, Cast.Mira);
        await mira.Hello(version: 0);
        await mira.Say(new { kind = "line", line = 7 });

        JsonElement Of(JsonElement here, string name) =>
            here.GetProperty("people")
                .EnumerateArray()
                .FirstOrDefault(one => one.GetProperty("name").GetString() == name);
        var seat = await ada.HearUntil(
            "here",
            here =>
                Of(here, "Mira Okafor") is { ValueKind: JsonValueKind.Object } m
                && m.GetProperty("line").ValueKind is JsonValueKind.Number
        );
        Of(seat, "Mira Okafor").GetProperty("line").GetInt32().ShouldBe(7);
        Of(seat, "Mira Okafor").GetProperty("letters").GetString().ShouldBe("MO");

        await mira.DisposeAsync();
        await ada.HearUntil("here", here => Of(here, "Mira Okafor").ValueKind is JsonValueKind.Undefined);
    }

    [Theory, OnEveryDatabase]
    public async Task A_visitor_and_another_site_s_page_are_not_let_in(Database database)
    {
        var hub = await Open(database);
        await hub.ScheduleMeeting("a");
        var cookie = await Line.SignIn(hub, Cast.Ada);

        (await Refusal(hub, cookie: null, Home)).ShouldContain("401");
        (await Refusal(hub, cookie, "https://elsewhere.example")).ShouldContain("400");
        (await Refusal(hub, cookie, origin: null)).ShouldContain("400");
        (await Refusal(hub, cookie, Home, site: "same-site")).ShouldContain("400");
        (await Refusal(hub, cookie, Home, path: "/groups/compute/meetings/2026-03-14/live")).ShouldContain("404");
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_is_told_why_not(Database database)
    {
        var hub = await Open(database);
        await hub.ScheduleMeeting("a");
        await using var ines = await Line.Open(hub, Cast.Ines);

        (await ines.Hear("no")).GetProperty("why").GetString().ShouldStartWith("Only a chair");
        (await ines.IsClosed()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_does_not_speak_as_editors_do_is_let_go_and_the_text_stays(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("a");
        foreach (
            var odd in new object[] { "hello", new { kind = "edit" }, new { kind = "hello", pen = "mine" }, new { } }
        )
        {
            await using var ada = await Line.Open(hub, Cast.Ada);
            await ada.Say(odd);
            (await ada.IsClosed()).ShouldBeTrue();
        }

        (await hub.Minutes(id)).LiveText.ShouldBe("a");
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_is_for_those_who_keep_minutes_and_tells_others_why_not(Database database)
    {
        var hub = await Open(database);
        await hub.ScheduleMeeting("\nPresent: Ada\nACTION: Ines to write the page\nDECISION: We ship.");
        using var ada = await Line.Visit(hub, Cast.Ada);
        using var ines = await Line.Visit(hub, Cast.Ines);

        var page = await ada.Open("/groups/compute/meetings/2026-03-13/write");
        page.Html.QuerySelector("textarea")!
            .TextContent.ShouldBe("\nPresent: Ada\nACTION: Ines to write the page\nDECISION: We ship.");
        page.Html.QuerySelector("[data-scribe-records]")!.TextContent.ShouldContain("write the page");
        (await ada.Open("/groups/compute/meetings/2026-03-13")).Text.ShouldContain("Begin the minutes");
        var records = await ada.Open("/groups/compute/meetings/2026-03-13/records");
        records.Text.ShouldContain("Ines Moreau");
        records.Text.ShouldContain("data-scribe-line=\"4\"");

        var refused = await ines.Open("/groups/compute/meetings/2026-03-13/write");
        refused.Text.ShouldContain("Only a chair");
        refused.Html.QuerySelector("textarea").ShouldBeNull();
        (await ines.Open("/groups/compute/meetings/2026-03-13")).Text.ShouldNotContain("Begin the minutes");
        ((int)(await ines.Open("/groups/compute/meetings/2026-03-13/records")).Status).ShouldBe(404);
    }

    private static async Task<string> Refusal(
        Hub hub,
        string? cookie,
        string? origin,
        string? site = null,
        string path = Live
    ) =>
        (
            await Should.ThrowAsync<InvalidOperationException>(() => Line.Connect(hub, cookie, origin, site, path))
        ).Message;

    /// <summary>An editor's connection.</summary>
    private sealed class Line(WebSocket socket, Guid pen) : IAsyncDisposable
    {
        public Guid Pen => pen;

        public static async Task<Line> Open(Hub hub, string who, Guid? pen = null) =>
            new(await Connect(hub, await SignIn(hub, who), Home, site: null, Live), pen ?? Guid.NewGuid());

        public static Task<WebSocket> Connect(Hub hub, string? cookie, string? origin, string? site, string path)
        {
            var client = hub.Server.CreateWebSocketClient();
            client.ConfigureRequest = request =>
            {
                request.Headers.Cookie = cookie;
                request.Headers.Origin = origin;
                request.Headers["Sec-Fetch-Site"] = site;
            };
            return client.ConnectAsync(new Uri("ws://localhost" + path), CancellationToken.None);
        }

        public static async Task<Visit> Visit(Hub hub, string who)
        {
            var visit = Web.Tests.Visit.Of(hub);
            await SignIn(hub, visit, who);
            return visit;
        }

        /// <returns>What a browser would send as its cookies.</returns>
        public static async Task<string> SignIn(Hub hub, string who)
        {
            using var visit = Web.Tests.Visit.Of(hub);
            var answer = await SignIn(hub, visit, who);
            return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        }

        private static async Task<HttpResponseMessage> SignIn(Hub hub, Visit visit, string who)
        {
            await using var scope = hub.Services.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByNameAsync(who))!;
            if (!await accounts.HasPasswordAsync(account))
                await accounts.AddPasswordAsync(account, Web.Tests.Visit.Password);
            var answer = await visit.SignIn(who);
            answer.Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
            return answer.Answer;
        }

        public async Task Hello(int version)
        {
            await Say(
                new
                {
                    kind = "hello",
                    pen,
                    version,
                }
            );
            await Hear("ready");
        }

        public Task Type(int stroke, int version, string from, string to) =>
            Say(
                new
                {
                    kind = "edit",
                    stroke,
                    version,
                    change = JsonSerializer.Deserialize<JsonElement>(TextChange.Between(from, to).ToString()),
                }
            );

        public async Task Say(object message) =>
            await socket.SendAsync(
                JsonSerializer.SerializeToUtf8Bytes(message),
                WebSocketMessageType.Text,
                endOfMessage: true,
                CancellationToken.None
            );

        public Task<JsonElement> Hear(string kind) => HearUntil(kind, _ => true);

        public async Task<JsonElement> HearUntil(string kind, Func<JsonElement, bool> isIt)
        {
            while (true)
            {
                var message = (await Next()).ShouldNotBeNull($"the connection ended before “{kind}”");
                if (message.GetProperty("kind").GetString() == kind && isIt(message))
                    return message;
            }
        }

        public async Task<bool> IsClosed()
        {
            while (await Next() is not null) { }
            return true;
        }

        public async ValueTask DisposeAsync()
        {
            if (socket.State is WebSocketState.Open)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            socket.Dispose();
        }

        private async Task<JsonElement?> Next()
        {
            var bytes = new byte[256 * 1024];
            var length = 0;
            while (true)
            {
                WebSocketReceiveResult got;
                try
                {
                    got = await socket.ReceiveAsync(
                        new ArraySegment<byte>(bytes, length, bytes.Length - length),
                        CancellationToken.None
                    );
                }
                catch (Exception reason)
                    when (reason is WebSocketException or IOException or OperationCanceledException)
                {
                    return null;
                }

                if (got.MessageType is WebSocketMessageType.Close)
                    return null;
                length += got.Count;
                if (got.EndOfMessage)
                    return JsonSerializer.Deserialize<JsonElement>(bytes.AsSpan(0, length));
            }
        }
    }
}
