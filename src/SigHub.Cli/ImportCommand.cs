using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SigHub.Cli;

/// <summary>
/// <c>sighub import PATH...</c>: brings documents to a portal, waits until they are read, and accepts what is clear. Ends with 0
/// when everything moved in, 1 when something was refused or waits for somebody's look, 2 when it could not be asked for.
/// </summary>
internal static class ImportCommand
{
    private const string TokenVariable = "SIGHUB_TOKEN";
    private const string ServerVariable = "SIGHUB_SERVER";

    /// <summary>How often a portal that is just being restarted is asked again.</summary>
    private const int Patience = 120;

    private static readonly TimeSpan s_aWhile = TimeSpan.FromMilliseconds(700);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Documents, zip archives of them, or folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var server = new Option<string?>("--server")
        {
            Description = $"The portal's address, https://sighub.example.org; or set {ServerVariable}.",
        };
        var token = new Option<string?>("--token")
        {
            Description =
                $"A personal access token that may import. Better set {TokenVariable}: others on this machine can read arguments.",
        };
        var look = new Option<bool>("--only-read")
        {
            Description = "Bring and read the documents, and accept none of them.",
        };
        var command = new Command("import", "Bring documents to a portal and accept what is clear.")
        {
            paths,
            server,
            token,
            look,
        };
        command.SetAction(
            (given, stop) =>
                Run(
                    [.. Documents.Below(given.GetRequiredValue(paths), withArchives: true)],
                    given.GetValue(server) ?? Environment.GetEnvironmentVariable(ServerVariable),
                    given.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable),
                    given.GetValue(look),
                    stop
                )
        );
        return command;
    }

    private static async Task<int> Run(
        IReadOnlyList<string> files,
        string? server,
        string? token,
        bool onlyRead,
        CancellationToken stop
    )
    {
        if (Problem(files, server, token) is { } problem)
            return Refused(problem);

        using var client = new HttpClient
        {
            BaseAddress = new Uri(server!.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromMinutes(5),
        };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        try
        {
            var batch = await BringAll(client, files, stop);
            var now = await Watch(client, batch, "read", one => one.All - one.Waiting, one => one.All, stop);
            if (!onlyRead && now.Clear > 0)
            {
                await Ask<object>(client, HttpMethod.Post, $"api/imports/{batch}/accept", content: null, stop);
                now = await Watch(
                    client,
                    batch,
                    "moved in",
                    one => one.MovedIn,
                    one => one.MovedIn + one.Accepted,
                    stop
                );
            }

            return Tell(client.BaseAddress, now);
        }
        catch (Exception reason) when (reason is NotAnswered or HttpRequestException or IOException or JsonException)
        {
            return Refused(reason.Message);
        }
    }

    private static string? Problem(IReadOnlyList<string> files, string? server, string? token) =>
        server is null ? $"Say which portal: --server https://sighub.example.org, or set {ServerVariable}."
        : !Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? $"“{server}” is no address of a portal; it looks like https://sighub.example.org."
        : address.Scheme == "http" && !address.IsLoopback
            ? "A token sent over http can be read on the way; use the portal's https address."
        : string.IsNullOrWhiteSpace(token) ? $"Set {TokenVariable} to a personal access token that may import."
        : files.Count == 0 ? "There are no documents there."
        : files.FirstOrDefault(file => !File.Exists(file)) is { } missing ? $"There is no “{missing}”."
        : null;

    private static async Task<Guid> BringAll(HttpClient client, IReadOnlyList<string> files, CancellationToken stop)
    {
        Guid? batch = null;
        var brought = 0;
        foreach (var file in files)
        {
            Progress("brought", brought, files.Count);
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file, stop));
            var name = Uri.EscapeDataString(NameOf(file));
            var address = $"api/imports?name={name}{(batch is { } known ? $"&batch={known}" : "")}";
            batch = (await Ask<Brought>(client, HttpMethod.Post, address, content, stop)).Batch;
            Progress("brought", ++brought, files.Count);
        }

        EndProgress();
        return batch!.Value;
    }

    private static async Task<Batch> Watch(
        HttpClient client,
        Guid batch,
        string doing,
        Func<Batch, int> done,
        Func<Batch, int> of,
        CancellationToken stop
    )
    {
        for (; ; await Task.Delay(s_aWhile, stop))
        {
            var now = await Look(client, batch, stop);
            Progress(doing, done(now), of(now));
            if (now.Waiting + now.Accepted > 0)
                continue;

            EndProgress();
            return now;
        }
    }

    /// <summary>The queue goes on when the portal runs again; so does whoever watches it.</summary>
    private static async Task<Batch> Look(HttpClient client, Guid batch, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Ask<Batch>(client, HttpMethod.Get, $"api/imports/{batch}", content: null, stop);
            }
            catch (Exception reason)
                when (tries < Patience && reason is HttpRequestException or NotAnswered { IsUnwell: true })
            {
                await Task.Delay(s_aWhile, stop);
            }
        }
    }

    private static async Task<T> Ask<T>(
        HttpClient client,
        HttpMethod method,
        string address,
        HttpContent? content,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        using var answer = await client.SendAsync(request, stop);
        if (answer.IsSuccessStatusCode)
            return await answer.Content.ReadFromJsonAsync<T>(stop) ?? throw new NotAnswered("The portal said nothing.");

        throw new NotAnswered(
            answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => "The portal does not know this token; it may be over or revoked.",
                HttpStatusCode.Forbidden => "This token may not import; make one that may, on your account's page.",
                HttpStatusCode.NotFound => "There is no SigHub portal at this address.",
                _ => await Sentence(answer, stop),
            }
        )
        {
            IsUnwell = answer.StatusCode >= HttpStatusCode.InternalServerError,
        };
    }

    private static async Task<string> Sentence(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
            if (problem.TryGetProperty("detail", out var detail) && detail.GetString() is { } sentence)
                return sentence;
        }
        catch (JsonException)
        {
            // Not the portal's own words; the status says all there is.
        }

        return $"The portal answered {((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)}.";
    }

    private static int Tell(Uri server, Batch now)
    {
        foreach (var document in now.Documents.Where(one => one.State is not "moved-in"))
        {
            var why =
                document.Problem
                ?? (
                    document.ToLookAt > 0
                        ? $"{document.ToLookAt.ToString(CultureInfo.InvariantCulture)} to look at"
                        : "waits to be accepted"
                );
            Console.WriteLine(
                $"{document.Name}: {why} {(document.State == "refused" ? "" : new Uri(server, document.Page))}".TrimEnd()
            );
        }

        Console.WriteLine(
            $"{now.MovedIn.ToString(CultureInfo.InvariantCulture)} of {now.All.ToString(CultureInfo.InvariantCulture)} moved in."
        );
        return now.MovedIn == now.All ? 0 : 1;
    }

    /// <summary>One line that is written over on a terminal; nothing where the output goes elsewhere.</summary>
    private static void Progress(string doing, int done, int of)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write(
                $"\r{done.ToString(CultureInfo.InvariantCulture)} of {of.ToString(CultureInfo.InvariantCulture)} {doing} "
            );
    }

    private static void EndProgress()
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine();
    }

    private static int Refused(string sentence)
    {
        EndProgress();
        Console.Error.WriteLine(sentence);
        return 2;
    }

    /// <summary>With its folder, which may say a date or a group, and without the way there from the root.</summary>
    private static string NameOf(string file) =>
        Path.IsPathRooted(file) || file.StartsWith("..", StringComparison.Ordinal)
            ? Path.GetFileName(file)
            : Path.GetRelativePath(".", file).Replace('\\', '/');

    private sealed class NotAnswered(string sentence) : Exception(sentence)
    {
        /// <summary>The portal's own trouble, which may pass.</summary>
        public bool IsUnwell { get; init; }
    }

    private sealed record Brought(Guid Batch);

    private sealed record Batch(
        int All,
        int Waiting,
        int Accepted,
        int MovedIn,
        int Clear,
        IReadOnlyList<BroughtDocument> Documents
    );

    private sealed record BroughtDocument(string Name, string State, int ToLookAt, string? Problem, string Page);
}
