using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Testing;
using SigHub.Web.Features.Search;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Search;

public sealed class Finding_anything : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Every_kind_of_thing_is_found_by_its_words(Database database)
    {
        var hub = await OpenScene(database);

        (await Titles(hub, "warewulf dracut")).ShouldBe(["Kernel node, Warewulf"]);
        (await Titles(hub, "distribution kernel kind:decision")).ShouldBe([
            "Base the compute node image on the distribution's own kernel.",
        ]);
        (await Titles(hub, "spec files")).ShouldHaveSingleItem().ShouldStartWith("Compare the two spec files");
        (await Titles(hub, "certified")).ShouldBe(["Certified by two vendors"]);
        (await Titles(hub, "moreau")).ShouldBe(["Ines Moreau"]);
        (await Titles(hub, "inference kind:group")).ShouldBe(["SIG/Inference"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Numbers_and_days_are_found_as_people_say_them(Database database)
    {
        var hub = await OpenScene(database);

        (await Titles(hub, "A-2")).ShouldHaveSingleItem().ShouldStartWith("Compare");
        (await Titles(hub, "d-2")).ShouldHaveSingleItem().ShouldStartWith("Take both mirror offers");
        (await Titles(hub, "2026-02-26 kind:minutes")).ShouldContain("Kernel node, Warewulf");
        (await Titles(hub, "4.6")).ShouldBe(["Kernel node, Warewulf"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Accents_and_capitals_do_not_matter(Database database)
    {
        var hub = await Open(database);
        await hub.Look(async db =>
        {
            db.People.Add(new Person("Jürgen Müller-Łaß", hub.Clock.UtcNow()));
            db.People.Add(new Person("会議 太郎", hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });

        foreach (var typed in (string[])["Muller", "MÜLLER", "mu\u0308ller", "jurgen lass", "\"muller lass\"", "mull*"])
            (await Titles(hub, typed, Cast.Robin)).ShouldBe(["Jürgen Müller-Łaß"], typed);
        (await Titles(hub, "太郎", Cast.Robin)).ShouldBe(["会議 太郎"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Any_word_of_letters_and_digits_is_found_as_it_is(Database database)
    {
        var hub = await Open(database);
        string[] words =
        [
            "1e5",
            "0x1f",
            "007",
            "nan",
            "infinity",
            "and",
            "or",
            "not",
            "near",
            "the",
            "3rd",
            "e10",
            "null",
            "12a34",
            "αβγ",
            "имя",
            "ñandú",
            new('z', 200),
        ];
        await hub.Look(async db =>
        {
            foreach (var word in words)
                db.People.Add(new Person($"{word} before-after", hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });

        foreach (var word in words)
        {
            (await Titles(hub, word, Cast.Robin)).ShouldHaveSingleItem(word).ShouldStartWith(word);
            (await Titles(hub, $"\"{word} before after\"", Cast.Robin)).ShouldHaveSingleItem(word);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Phrases_prefixes_and_exclusions_narrow_it_down(Database database)
    {
        var hub = await OpenScene(database);

        (await Titles(hub, "\"node kernel\"")).ShouldBeEmpty();
        (await Titles(hub, "\"kernel node\"")).ShouldBe(["Kernel node, Warewulf"]);
        (await Titles(hub, "certif")).ShouldBeEmpty();
        (await Titles(hub, "certif*")).ShouldBe(["Certified by two vendors"]);
        (await Titles(hub, "toolset kind:decision")).Count.ShouldBe(1);
        (await Titles(hub, "toolset -weights kind:decision")).ShouldBeEmpty();
        (await Titles(hub, "-image kind:decision")).ShouldNotContain(title => title.Contains("image"));
        (await Titles(hub, "-image kind:decision")).Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Filters_by_group_kind_and_day(Database database)
    {
        var hub = await OpenScene(database);

        (await Search(hub, "group:inference")).Sections.ShouldAllBe(section =>
            section.Group == null || section.Group.Slug == "inference"
        );
        (await Titles(hub, "group:inference kind:person")).ShouldContain("Ines Moreau");
        (await Titles(hub, "group:\"SIG/Inference\" kind:decision")).Count.ShouldBe(1);
        (await Titles(hub, "-group:inference kind:decision")).Count.ShouldBe(2);
        (await Titles(hub, "kind:meeting after:2026-02-20 group:compute -cancelled")).ShouldContain(
            "Kernel node, Warewulf"
        );
        (await Titles(hub, "kind:minutes before:2026-02 group:compute")).ShouldBe(["Testing infrastructure"]);
        (await Titles(hub, "kind:minutes after:2026-02-26 before:2026-02-27 group:compute kernel")).Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Hits_stand_group_by_group_the_newest_first(Database database)
    {
        var hub = await OpenScene(database);

        var found = await Search(hub, "the* -xyzzy");

        var groups = found
            .Sections.Where(section => section.Group is not null)
            .Select(section => section.Group!.Name)
            .ToList();
        groups.ShouldBe(groups.Order(StringComparer.Ordinal));
        groups.Count.ShouldBeGreaterThan(1);
        foreach (var section in found.Sections)
        {
            var dates = section.Hits.Select(hit => hit.Date ?? DateOnly.MinValue).ToList();
            dates.ShouldBe(dates.OrderDescending());
            section.All.ShouldBe(section.Hits.Count);
        }

        found.All.ShouldBe(found.Sections.Sum(section => section.All));
    }

    [Theory, OnEveryDatabase]
    public async Task What_one_may_not_see_is_neither_found_nor_counted_nor_suggested(Database database)
    {
        var hub = await OpenScene(database);

        foreach (
            var typed in (string[])
                [
                    "embargo*",
                    "\"agreed day\"",
                    "group:security-response",
                    "kind:milestone embargoed",
                    "security response",
                ]
        )
        {
            foreach (var who in (string?[])[null, Cast.Ines])
            {
                var found = await Search(hub, typed, who);
                found.All.ShouldBe(0, $"{typed} by {who ?? "a visitor"}");
                found.Kinds.Sum(kind => kind.Count).ShouldBe(0);
                found.PerGroup.ShouldBeEmpty();
                (await Suggest(hub, typed, who)).ShouldBeEmpty();
            }
        }

        (await Search(hub, "embargo*", Cast.Mira)).All.ShouldBe(3);
        (await Search(hub, "embargo*", Cast.Robin)).All.ShouldBe(3);
        (await Suggest(hub, "embarg", Cast.Mira)).Count.ShouldBe(3);
        (await Search(hub, "-kernel", who: null)).Sections.ShouldNotContain(section =>
            section.Group != null && section.Group.Slug == "security-response"
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_group_that_is_hidden_is_told_of_like_one_that_is_not_there(Database database)
    {
        var hub = await OpenScene(database);

        var hidden = await Search(hub, "kernel group:security-response");
        var missing = await Search(hub, "kernel group:nowhere");

        hidden.Problems.ShouldBe(["There is no group “security-response” that you can see."]);
        missing.Problems.ShouldBe(["There is no group “nowhere” that you can see."]);
        (hidden.All, missing.All).ShouldBe((0, 0));
    }

    [Theory, OnEveryDatabase]
    public async Task Addresses_and_passcodes_lead_visitors_to_nothing(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var meeting = await db
                .Meetings.OrderByDescending(m => m.Date)
                .FirstAsync(m => m.Title == "Kernel node, Warewulf");
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            meeting.Write(
                Actor.Administrator(robin.Id),
                "Dial in, **passcode**: 4711-22-hush. Write to chair.person@foundation.example soon.",
                hub.Clock.UtcNow()
            );
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            ada.LearnAlias("ada.private@foundation.example", hub.Clock.UtcNow());
            ada.LearnAddress("ada.private@foundation.example", hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        foreach (
            var typed in (string[])
                ["chair.person@foundation.example", "foundation", "hush", "4711", "\"4711 22\"", "hus*", "hidden"]
        )
        {
            var found = await Search(hub, typed);
            found
                .Sections.SelectMany(section => section.Hits)
                .ShouldNotContain(hit => hit.Kind == SubjectKind.Meeting || hit.Kind == SubjectKind.Action, typed);
        }

        (await Search(hub, "private")).All.ShouldBe(0);
        (await Search(hub, "private", Cast.Robin)).All.ShouldBe(0);
        (await Search(hub, "hush", Cast.Ines)).All.ShouldBe(1, "whoever is signed in reads it on the page too");
        var shown = await Search(hub, "\"dial in\"");
        var excerpt = string.Concat(shown.Sections[0].Hits[0].Text.Select(piece => piece.Text));
        excerpt.ShouldContain("[passcode hidden]");
        excerpt.ShouldContain("[address hidden]");
        excerpt.ShouldNotContain("hush");
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_leaves_out_a_secret_learns_nothing_of_it(Database database)
    {
        var hub = await OpenScene(database);

        var all = await Search(hub, "kind:action signing");
        var without = await Search(hub, "kind:action signing -foundation");

        (all.All, without.All).ShouldBe((1, 1));
        (await Search(hub, "kind:action signing -foundation", Cast.Ines)).All.ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task The_erased_are_not_found_any_more(Database database)
    {
        var hub = await OpenScene(database);
        (await Titles(hub, "lindqvist")).ShouldBe(["Tomas Lindqvist"]);

        await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            var tomas = await db.People.SingleAsync(person => person.DisplayName == "Tomas Lindqvist");
            tomas.Erase(Actor.Administrator(robin.Id), hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        (await Search(hub, "lindqvist")).All.ShouldBe(0);
        (await Search(hub, "lindqvist", Cast.Robin)).All.ShouldBe(0);
        (await Search(hub, "former member", Cast.Robin)).All.ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Many_hits_take_pages_and_beyond_the_last_is_the_last(Database database)
    {
        var hub = await Open(database);
        await hub.Look(async db =>
        {
            for (var i = 0; i < 90; i++)
                db.People.Add(new Person($"Somebody {i:000}", hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });

        var second = await Search(hub, "somebody", Cast.Robin, 2);
        var beyond = await Search(hub, "somebody", Cast.Robin, 99);

        (second.All, second.Number, second.Sections.Sum(section => section.Hits.Count)).ShouldBe((90, 2, 40));
        (beyond.Number, beyond.Sections.Sum(section => section.Hits.Count)).ShouldBe((3, 10));
        (await Suggest(hub, "some", Cast.Robin)).Count.ShouldBe(8);
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_that_is_typed_breaks_it(Database database)
    {
        var hub = await OpenScene(database);
        string[] hostile =
        [
            "\"",
            "\"\"\"\"",
            "'",
            "''; DROP TABLE findables; --",
            "*",
            "**",
            "-",
            "--",
            "-*",
            "- -",
            "\"-\"",
            "AND OR NOT NEAR(",
            "a AND",
            "NOT",
            "kernel NOT",
            "kernel:*AB",
            "{words} : kernel",
            "^kernel",
            "kernel^2",
            "(((",
            ")))",
            "<->",
            "a <-> b",
            "a & b | !c",
            "\\",
            "%",
            "_",
            "\0\u0001\u001f\u007f",
            "kernel\0image",
            "\ud800",
            "\udc00\ud800 kernel",
            "\uffff\ufffe",
            "🚀🚀*",
            "\u202ekernel",
            "group:",
            "kind:",
            "before:",
            "after:",
            "-group:",
            "group:\"",
            "group:\0",
            "kind:\"",
            "before:9999",
            "after:0001",
            "before:0000",
            "after:99999-99-99",
            "before:-1",
            "::::",
            "kind::",
            "\"kernel",
            "kernel\"image\"node",
            new string('a', 10_000),
            new string('"', 10_000),
            string.Concat(Enumerable.Repeat("a* ", 5_000)),
            string.Concat(Enumerable.Repeat("-b ", 5_000)),
            string.Concat(Enumerable.Repeat("会", 10_000)),
            new string('\u0301', 10_000),
            "<script>alert(1)</script>",
            "ﷺ ½ ① ℃",
        ];

        foreach (var typed in hostile)
        {
            await Should.NotThrowAsync(() => Search(hub, typed), typed);
            await Should.NotThrowAsync(() => Suggest(hub, typed, who: null), typed);
        }

        (await Search(hub, "kernel\0dracut")).All.ShouldBe(1, "what nobody types is a space");
        (await Search(hub, string.Concat(Enumerable.Repeat("kernel ", 5_000))))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Only the first");
    }

    [Theory, OnEveryDatabase]
    public async Task Groups_and_people_are_suggested_first_and_lead_to_their_pages(Database database)
    {
        var hub = await OpenScene(database);

        var suggested = await Suggest(hub, "comp", who: null);

        suggested[0].ShouldBe(new SuggestMatches.Suggestion("SIG/Compute", "group", "groups/compute"));
        suggested.ShouldContain(one => one.Link == "actions/A-2");
        (await Suggest(hub, "ines mor", who: null)).ShouldHaveSingleItem().Detail.ShouldBe("person");
        (await Suggest(hub, "", who: null)).ShouldBeEmpty();
        (await Suggest(hub, "kind:action", who: null)).ShouldBeEmpty();
    }

    private static async Task<List<string>> Titles(Hub hub, string typed, string? who = null) =>
        [
            .. (await Search(hub, typed, who))
                .Sections.SelectMany(section => section.Hits)
                .Select(hit => string.Concat(hit.Title.Select(piece => piece.Text))),
        ];

    private static Task<FindAnything.Screen> Search(Hub hub, string typed, string? who = null, int page = 1) =>
        hub.As<FindAnything, FindAnything.Screen>(who, find => find.Run(typed, page));

    private static Task<IReadOnlyList<SuggestMatches.Suggestion>> Suggest(Hub hub, string typed, string? who) =>
        hub.As<SuggestMatches, IReadOnlyList<SuggestMatches.Suggestion>>(who, suggest => suggest.Run(typed));
}
