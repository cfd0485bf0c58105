using System.Globalization;

namespace SigHub.Web.Features.Actions;

/// <summary>The words of an address as a filter; what makes no sense is as if it were not there.</summary>
internal static class ActionQuery
{
    public static FindActions.Filter Read(
        string? text,
        string? group,
        string? owner,
        string? state,
        string? age,
        string? before,
        string? sort,
        string? page
    ) =>
        new()
        {
            Text = Words(text),
            Group = Words(group),
            Owner = Words(owner),
            State = state switch
            {
                "done" => FindActions.StateChoice.Done,
                "dropped" => FindActions.StateChoice.Dropped,
                "all" => FindActions.StateChoice.All,
                _ => FindActions.StateChoice.Open,
            },
            OlderThanDays = Number(age) is { } days and <= 36_500 ? days : null,
            RaisedBefore = DateOnly.TryParseExact(
                before,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null,
            Sort = sort switch
            {
                "age" => FindActions.Order.Age,
                "newest" => FindActions.Order.Newest,
                _ => FindActions.Order.Due,
            },
            Page = Number(page) ?? 1,
        };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
