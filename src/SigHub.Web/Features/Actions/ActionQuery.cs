using SigHub.Web.Components;

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
            Text = Query.Words(text),
            Group = Query.Words(group),
            Owner = Query.Words(owner),
            State = state switch
            {
                "done" => FindActions.StateChoice.Done,
                "dropped" => FindActions.StateChoice.Dropped,
                "all" => FindActions.StateChoice.All,
                _ => FindActions.StateChoice.Open,
            },
            OlderThanDays = Query.Number(age) is { } days and <= 36_500 ? days : null,
            RaisedBefore = Query.Day(before),
            Sort = sort switch
            {
                "age" => FindActions.Order.Age,
                "newest" => FindActions.Order.Newest,
                _ => FindActions.Order.Due,
            },
            Page = Query.Number(page) ?? 1,
        };
}
