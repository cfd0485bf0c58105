using System.Text.RegularExpressions;
using Database = SigHub.Testing.Database;
using LongTest = SigHub.Testing.LongTest;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>
/// To whoever may not see them, a closed group, one for members, and stricter things inside a public one are not there: the
/// portal answers every question as it did before they were.
/// </summary>
public sealed partial class What_outsiders_are_told : HubTest
{
    private static readonly Asker[] s_outsiders = [Asker.Visitor, Asker.Newcomer, Asker.OtherMember, Asker.OtherChair];

    [Theory, OnEveryDatabase]
    public async Task Is_the_same_with_and_without_what_is_hidden_from_them(Database database)
    {
        Assert.SkipUnless(database is Database.Sqlite || LongTest.IsWanted, LongTest.HowToRun);
        var hub = await OpenAtRest(database);
        var world = await RightsWorld.WithoutSecrets(hub);
        using var visits = await Visits.Of(hub, world);
        var paths = RouteRights
            .All(world)
            .Where(door => door is { ByToken: false } && door.Method == HttpMethod.Get)
            .Select(door => door.Path)
            .Concat(Guesses())
            .Distinct()
            .ToList();
        paths.Count.ShouldBeGreaterThan(100);
        var before = await Answers(visits, paths);

        await world.Hide(hub);

        var after = await Answers(visits, paths);
        var told = before.Keys.Where(question => before[question] != after[question]).Select(Difference).ToList();
        told.ShouldBeEmpty();

        // Whoever may see it is told of it: the questions are the right ones.
        foreach (var place in world.Places)
            (await visits[Asker.Chair].Open($"/search?q={place.Cue}")).Text.ShouldContain(place.Mark, Case.Insensitive);
        (await visits[Asker.Chair].Open("/groups/old-vault")).Location.ShouldBe("/groups/vault");

        string Difference((Asker Asker, string Path) question)
        {
            var (was, now) = (before[question], after[question]);
            var at = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"{question.Asker} at {question.Path}: “{Around(was, at)}” became “{Around(now, at)}”";
        }
    }

    /// <summary>What somebody might ask who knows, or guesses, what is hidden.</summary>
    private static IEnumerable<string> Guesses()
    {
        foreach (var slug in new[] { "vault", "chamber", "old-vault", "open-hall" })
        {
            yield return $"/groups/{slug}";
            yield return $"/groups/{slug}/meetings";
            yield return $"/groups/{slug}/people";
            yield return $"/groups/{slug}/roadmap";
            yield return $"/groups/{slug}/settings";
            foreach (
                var page in new[] { "actions", "decisions", "roadmap", "people", "roles", "invitations", "imports" }
            )
                yield return $"/{page}?group={slug}";
            yield return $"/search?q=group:{slug}";
            yield return $"/search?q=hall+group:{slug}";
            for (var day = 26; day <= 28; day++)
                yield return $"/groups/{slug}/meetings/2026-02-{day}";
            yield return $"/groups/{slug}/meetings/2026-03-01";
        }

        for (var number = 901; number < 905; number++)
        {
            yield return $"/actions/A-{number}";
            yield return $"/decisions/D-{number}";
            yield return $"/roadmap/M-{number}";
            yield return $"/search?q=A-{number}";
            yield return $"/search/suggestions?q=A-{number}";
        }

        foreach (var word in RightsWorld.HiddenWords)
        {
            yield return $"/search?q={word}";
            yield return $"/search?q={word[..4]}*";
            yield return $"/search?q=hall+-{word}";
            yield return $"/search/suggestions?q={word}";
            yield return $"/search/suggestions?q={word[..4]}";
            yield return $"/actions?q={word}";
            yield return $"/actions?owner={word}";
            yield return $"/actions?owner={word}&state=all";
            yield return $"/decisions?q={word}";
            yield return $"/groups?q={word}";
            yield return $"/people?q={word}";
            yield return $"/imports?q={word}";
        }
    }

    private static async Task<Dictionary<(Asker Asker, string Path), string>> Answers(Visits visits, List<string> paths)
    {
        var answers = new Dictionary<(Asker, string), string>();
        foreach (var asker in s_outsiders)
        foreach (var path in paths)
        {
            var answer = await visits[asker].Open(path);
            answers[(asker, path)] =
                $"{(int)answer.Status} {answer.Header("Location")} {Changing().Replace(answer.Text, "")}";
        }

        return answers;
    }

    private static string Around(string text, int at) =>
        text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ");

    /// <summary>What is sealed anew for each answer: antiforgery tokens, and what a circuit is to begin with.</summary>
    [GeneratedRegex(
        """<!--.*?-->|name="__RequestVerificationToken" value="[^"]*"|data:image/svg[^"]*|<code>[^<]*</code>""",
        RegexOptions.Singleline
    )]
    private static partial Regex Changing();
}
