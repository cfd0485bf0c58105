using SigHub.Domain;
using SigHub.Domain.Imports;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Importing for programs, with a token that may: bring documents one by one, look how far they are, accept what is clear.
/// What needs a look waits on the import page.
/// </summary>
public static class ImportsApi
{
    public static void MapImports(this WebApplication app)
    {
        var imports = app.MapApi().MapGroup("/imports").RequireScope(TokenScope.Import);
        imports.MapPost("", Bring);
        imports.MapGet("/{batch:guid}", Look);
        imports.MapPost("/{batch:guid}/accept", Accept);
    }

    /// <summary>
    /// Takes one document, or a zip archive of documents, as the body. The first of a batch names none and is given one for those
    /// that follow.
    /// </summary>
    /// <param name="name">The file's name, with its folder where that says a date or a group.</param>
    private static async Task<IResult> Bring(
        HttpRequest request,
        BringDocument bring,
        TimeProvider clock,
        string? name,
        Guid? batch,
        CancellationToken stop
    )
    {
        RuleBroken.If(
            string.IsNullOrWhiteSpace(name),
            "Say what the document is called: /api/imports?name=minutes.md."
        );
        var into = batch ?? BringDocument.NewBatch(clock);
        var ids = await bring.Run(into, name, await Body(request, stop), stop);
        return TypedResults.Accepted($"{request.PathBase}/api/imports/{into}", new Brought(into, ids));
    }

    private static async Task<Answer> Look(HttpContext context, ShowTray tray, Guid batch, CancellationToken stop)
    {
        var (rows, now) = await tray.Run(batch, stop);
        return new Answer(
            batch,
            now.All,
            now.Waiting,
            now.Accepted,
            now.MovedIn,
            now.Refused,
            now.Clear,
            now.ToReview,
            [
                .. rows.Select(row => new Document(
                    row.Id,
                    row.FileName,
                    Words(row.State),
                    row.Records,
                    row.ToLookAt,
                    row.Problem,
                    $"{context.Request.PathBase}/{(row.State is ArrivalState.MovedIn ? Links.MovedIn(row.Id) : Links.Review(row.Id))}"
                )),
            ]
        );
    }

    private static async Task<Accepted> Accept(AcceptClear accept, Guid batch, CancellationToken stop) =>
        new(await accept.Run(batch, stop));

    /// <summary>One byte more than is allowed is enough to be refused for its size.</summary>
    private static async Task<byte[]> Body(HttpRequest request, CancellationToken stop)
    {
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (
            int read;
            body.Length <= Archive.MostPackedBytes && (read = await request.Body.ReadAsync(buffer, stop)) > 0;

        )
            body.Write(buffer, 0, read);
        return body.ToArray();
    }

    private static string Words(ArrivalState state) =>
        state switch
        {
            ArrivalState.Waiting => "waiting",
            ArrivalState.Read => "read",
            ArrivalState.Accepted => "accepted",
            ArrivalState.MovedIn => "moved-in",
            ArrivalState.Refused => "refused",
            ArrivalState.TakenBack => "taken-back",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <param name="Documents">More than one where an archive was brought.</param>
    public sealed record Brought(Guid Batch, IReadOnlyList<Guid> Documents);

    public sealed record Accepted(int Documents);

    /// <param name="ToReview">How many wait for somebody's look.</param>
    /// <param name="Documents">What needs somebody first; at most a hundred.</param>
    public sealed record Answer(
        Guid Batch,
        int All,
        int Waiting,
        int Accepted,
        int MovedIn,
        int Refused,
        int Clear,
        int ToReview,
        IReadOnlyList<Document> Documents
    );

    /// <param name="Page">Where to look at it, on the same server.</param>
    public sealed record Document(
        Guid Id,
        string Name,
        string State,
        int Records,
        int ToLookAt,
        string? Problem,
        string Page
    );
}
