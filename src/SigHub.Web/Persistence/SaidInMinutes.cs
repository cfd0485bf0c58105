using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Web.Components;

namespace SigHub.Web.Persistence;

public static class SaidInMinutes
{
    /// <summary>
    /// A record that fewer people are to see must not stand in minutes that more people read: hiding it alone would only look as if
    /// it were hidden.
    /// </summary>
    /// <param name="meetings">Those that may speak of it.</param>
    /// <param name="reference">"A-142".</param>
    /// <param name="text">Its own words.</param>
    /// <exception cref="RuleBroken">There are such minutes.</exception>
    public static async Task MustNotBeReadByMore(
        this SigHubDb db,
        Visibility visibility,
        IEnumerable<Guid> meetings,
        string reference,
        string text,
        CancellationToken stop = default
    )
    {
        var ids = meetings.Distinct().ToList();
        var texts = await (
            from meeting in db.Meetings
            join @group in db.Groups on meeting.GroupId equals @group.Id
            where ids.Contains(meeting.Id)
            orderby meeting.Date
            select new
            {
                meeting.Date,
                meeting.Text,
                meeting.Visibility,
                Group = @group.Visibility,
            }
        ).ToListAsync(stop);
        var number = new Regex(
            $@"\b{Regex.Escape(reference)}\b",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        var says = texts.Find(one =>
            one.Visibility.Within(one.Group) < visibility.Within(one.Group)
            && (number.IsMatch(one.Text) || one.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
        );
        RuleBroken.If(
            says is not null,
            $"{reference} stands in the minutes of {(says is null ? "" : Days.Long(says.Date))}, which more people read. Change who sees that meeting instead."
        );
    }
}
