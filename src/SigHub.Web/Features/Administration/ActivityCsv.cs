using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace SigHub.Web.Features.Administration;

/// <summary>
/// The activity log as CSV (RFC 4180), with the page's filters, row by row as the database gives it. A cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
/// </summary>
public static class ActivityCsv
{
    /// <summary>What a spreadsheet reads as the beginning of a formula (OWASP, CSV injection).</summary>
    private const string Formula = "=+-@\t\r\n";

    public static void Map(WebApplication app) => app.MapGet("/admin/activity.csv", Send).RequireAuthorization();

    private static async Task<IResult> Send(
        ReadActivity read,
        [FromQuery] string? who,
        [FromQuery] string? what,
        [FromQuery] string? kind,
        [FromQuery] string? group,
        [FromQuery] string? from,
        [FromQuery] string? until,
        CancellationToken stop
    )
    {
        var filter = ActivityQuery.Read(who, what, kind, group, from, until, page: null);
        if (await read.Stream(filter, stop) is not { } rows)
            return Results.NotFound();

        return Results.Stream(to => Write(rows, to), "text/csv; charset=utf-8", "activity.csv");
    }

    private static async Task Write(IAsyncEnumerable<ReadActivity.Row> rows, Stream to)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))
        {
            NewLine = "\r\n",
        };
        await text.WriteLineAsync("at,who,what,told,about,group,kind,before,after");
        await foreach (var row in rows)
            await text.WriteLineAsync(
                Line(
                    row.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    row.Actor,
                    row.Verb,
                    row.Summary,
                    row.About,
                    row.Group,
                    row.Kind.ToString(),
                    row.Before,
                    row.After
                )
            );
    }

    internal static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
