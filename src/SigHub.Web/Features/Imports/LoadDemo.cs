using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Fills an empty portal with the invented Harbour Foundation: the cast, and its documents, moved in as anybody's would be.
/// Their dates follow today, so that something is always due and something always coming up.
/// </summary>
public static partial class LoadDemo
{
    private const string Documents = "SigHub.Web.Features.Imports.Demo.";

    public static async Task LoadTheDemo(this WebApplication app, Settings settings)
    {
        if (!settings.Demo)
            return;

        await using var scope = app.Services.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await using var db = await scope
            .ServiceProvider.GetRequiredService<IDbContextFactory<SigHubDb>>()
            .CreateDbContextAsync();
        if (await db.Users.AnyAsync())
            return;

        Cast.Load(db, clock.UtcNow());
        await db.SaveChangesAsync();
        var robin = await db
            .Users.Where(account => account.UserName == Cast.Robin)
            .Join(
                db.People,
                account => account.Id,
                person => person.AccountId,
                (account, person) => new { account.Id, Person = person.Id }
            )
            .SingleAsync();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().Become(robin.Id, robin.Person);

        var accept = scope.ServiceProvider.GetRequiredService<AcceptDocument>();
        foreach (var (name, text) in Read(clock.Today()))
            await accept.Run(new Upload(name, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The demo's documents in their order, as they would have been written by this day.</summary>
    public static IEnumerable<(string FileName, string Text)> Read(DateOnly today)
    {
        var assembly = typeof(LoadDemo).Assembly;
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Documents, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (
                resource[Documents.Length..],
                Placeholder().Replace(reader.ReadToEnd(), match => Resolve(match, today))
            );
        }
    }

    /// <summary>`{thu-2}` is the Thursday two weeks before this week's, `{day+3}` is in three days, `{month+1}` next month.</summary>
    private static string Resolve(Match match, DateOnly today)
    {
        var by = int.Parse(match.Groups["by"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var word = match.Groups["word"].Value;
        var english = CultureInfo.InvariantCulture;
        var month = new DateOnly(today.Year, today.Month, 1);
        switch (word)
        {
            case "day":
                return today.AddDays(by).ToString("yyyy-MM-dd", english);
            case "month":
                return month.AddMonths(by).ToString("MMMM yyyy", english);
            case "quarter":
                var quarter = month.AddMonths(by * 3);
                return string.Create(english, $"Q{((quarter.Month - 1) / 3) + 1} {quarter.Year}");
            case "half":
                var half = month.AddMonths(by * 6);
                return string.Create(english, $"H{((half.Month - 1) / 6) + 1} {half.Year}");
            default:
                var weekday = Array.FindIndex(
                    english.DateTimeFormat.AbbreviatedDayNames,
                    name => name.Equals(word, StringComparison.OrdinalIgnoreCase)
                );
                var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
                var day = monday.AddDays(((weekday + 6) % 7) + (7 * by));
                return day.ToString(match.Groups["long"].Success ? "dd MMMM yyyy" : "yyyy-MM-dd", english);
        }
    }

    [GeneratedRegex(
        @"\{(?<word>day|month|quarter|half|mon|tue|wed|thu|fri)(?<by>[+-]\d+)(?<long> long)?\}",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Placeholder();
}
