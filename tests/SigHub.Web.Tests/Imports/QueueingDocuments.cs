using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Imports;
using SigHub.Testing;
using SigHub.Web.Features.Imports;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Imports;

public sealed class Queueing_documents : ArrivalTest
{
    [Theory, OnEveryDatabase]
    public async Task Whoever_lost_their_role_still_sees_what_they_brought_and_nothing_of_where_it_went(
        Database database
    )
    {
        var hub = await Open(database);
        var security = await hub.Look(db =>
            db.Groups.Where(group => group.Name == "Security Response Team").Select(group => group.Id).SingleAsync()
        );
        const string Text = "# Meeting 2026-02-12\n\nPresent: Jonas\n\n## Action items:\n* Bruno to write the fix\n";
        var id = await Bring(hub, Cast.Mira, Text, "embargo.md");
        await Choose(hub, Cast.Mira, id, choices => choices with { Into = security });
        await Accept(hub, Cast.Mira, id);
        (await Told()).ShouldBe(("Security Response Team", "Security Response Team", "Security Response Team", true));

        await hub.Look(db => db.Memberships.ExecuteDeleteAsync());

        (await Told()).ShouldBe((null, null, null, false));

        async Task<(string? InTray, string? InList, string? OnPage, bool HasQuestions)> Told()
        {
            var tray = await hub.As<ShowTray, ShowTray.Tray>(Cast.Mira, show => show.Run());
            var list = await hub.As<ListImports, ListImports.Page>(Cast.Mira, all => all.Run(new ListImports.Filter()));
            var page = await hub.As<ShowImport, ShowImport.Shown>(Cast.Mira, show => show.Run(id));
            return (
                tray.Rows.Single().Group?.Name,
                list.Rows.Single().Group?.Name,
                page.Group?.Name,
                page.Unclear.Count > 0
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_archive_of_thirty_moves_in_once(Database database)
    {
        var hub = await Open(database);
        var documents = InventedDocuments.Of(30).ToList();

        await Bring(hub, Cast.Robin, "all.zip", InventedDocuments.Zip(documents));
        await UntilWorkedOn(hub);
        var read = await Tray(hub, Cast.Robin);
        read.Progress.All.ShouldBe(30);
        read.Rows.Where(row => !row.IsClear)
            .Select(row => $"{row.FileName} {row.State} {row.ToLookAt} {row.Problem}")
            .ShouldBeEmpty();
        await hub.As<AcceptClear, int>(Cast.Robin, accept => accept.Run());
        await UntilWorkedOn(hub);

        var tray = await Tray(hub, Cast.Robin);
        tray.Rows.Where(row => row.State is not ArrivalState.MovedIn)
            .Select(row => $"{row.FileName} {row.State} {row.Problem}")
            .ShouldBeEmpty();
        (await hub.Look(db => MovedIn.Differences(db, documents))).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task One_that_fails_stops_no_other_and_says_why(Database database)
    {
        var hub = await Open(database);

        await Bring(
            hub,
            Cast.Robin,
            "mixed.zip",
            Zip([
                ("good.md", "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n"),
                ("empty.md", ""),
                ("other.md", "# SIG/Compute meeting 2026-02-26\n\n## Attendees:\n* Ada Quill\n"),
            ])
        );
        await UntilWorkedOn(hub);
        await hub.As<AcceptClear, int>(Cast.Robin, accept => accept.Run());
        await UntilWorkedOn(hub);

        var rows = (await Tray(hub, Cast.Robin)).Rows;
        rows.Count(row => row.State is ArrivalState.MovedIn).ShouldBe(2);
        var refused = rows.Single(row => row.State is ArrivalState.Refused);
        refused.FileName.ShouldBe("empty.md");
        refused.Problem.ShouldBe("“empty.md” is empty. Save it once more where it was written, and bring it again.");
    }

    [Theory, OnEveryDatabase]
    public async Task What_needs_a_look_waits_for_one(Database database)
    {
        var hub = await Open(database);
        var id = await Bring(
            hub,
            Cast.Robin,
            "# SIG/Compute meeting\n\n## Attendees:\n* Ada Quill\n\n## Action items:\n* Ada to write\n",
            "undated.md"
        );

        (await hub.As<AcceptClear, int>(Cast.Robin, accept => accept.Run())).ShouldBe(0);

        (await ArrivalOf(hub, "undated.md")).State.ShouldBe(ArrivalState.Read);
        (await Look(hub, Cast.Robin, id)).Review!.ToLookAt.ShouldBeGreaterThan(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Rights_count_when_it_moves_in_and_not_when_it_was_brought(Database database)
    {
        var hub = await Open(database);
        await Bring(hub, Cast.Ada, "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n", "minutes.md");
        await hub.Look(async db =>
        {
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            return await db.Memberships.Where(m => m.PersonId == ada.Id).ExecuteDeleteAsync();
        });

        await hub.As<AcceptClear, int>(Cast.Ada, accept => accept.Run());
        await UntilWorkedOn(hub);

        var arrival = await ArrivalOf(hub, "minutes.md");
        arrival.State.ShouldBe(ArrivalState.Read);
        arrival.Problem!.ShouldContain("chair");
        (await hub.Look(db => db.Documents.CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_node_that_dies_in_the_middle_leaves_nothing_and_another_takes_it_again(Database database)
    {
        var hub = await Open(database);
        await Bring(hub, Cast.Robin, "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n", "minutes.md");
        await hub.As<AcceptClear, int>(Cast.Robin, accept => accept.Run());
        using (var dying = new CancellationTokenSource())
        {
            await dying.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() =>
                hub.As<WorkOnNext, bool>(null, work => work.Run(dying.Token))
            );
        }

        await Task.WhenAll(UntilWorkedOn(hub), UntilWorkedOn(hub), UntilWorkedOn(hub));

        (await ArrivalOf(hub, "minutes.md")).State.ShouldBe(ArrivalState.MovedIn);
        (await hub.Look(db => db.Documents.CountAsync())).ShouldBe(1);
        (await hub.Look(db => db.Meetings.CountAsync())).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_import_nowhere_brings_nothing(Database database)
    {
        var hub = await Open(database);

        foreach (var who in (string?[])[null, Cast.Ines])
            await Should.ThrowAsync<RuleBroken>(() => Bring(hub, who, "minutes.md", "# x"u8.ToArray()));

        (await hub.Look(db => db.Arrivals.CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task More_than_three_hundred_a_minute_are_refused(Database database)
    {
        var hub = await Open(database);
        await Bring(hub, Cast.Robin, "many.zip", InventedDocuments.Zip(InventedDocuments.Of(290)));

        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            Bring(hub, Cast.Robin, "more.zip", InventedDocuments.Zip(InventedDocuments.Of(20)))
        );

        refused.Message.ShouldContain("Wait a minute");
    }

    private static Task<ShowTray.Tray> Tray(Hub hub, string who) =>
        hub.As<ShowTray, ShowTray.Tray>(who, tray => tray.Run());

    internal static byte[] Zip(IEnumerable<(string FileName, string Text)> documents)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in documents)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}

public sealed class Opening_an_archive
{
    [Fact]
    public void Its_documents_keep_their_folders_and_litter_is_left_out()
    {
        var opened = Archive.Open(
            "a.zip",
            Queueing_documents.Zip([
                ("compute/2026-02-12.md", "# x"),
                ("__MACOSX/compute/._2026-02-12.md", "x"),
                ("compute/.DS_Store", "x"),
            ])
        );

        opened.Single().FileName.ShouldBe("compute/2026-02-12.md");
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("/etc/minutes.md")]
    [InlineData("a/../../b.md")]
    [InlineData("C:\\minutes.md")]
    public void A_name_that_leads_out_is_left_out_with_a_sentence(string name) =>
        Archive
            .Open("a.zip", Queueing_documents.Zip([(name, "# x"), ("fine.md", "# y")]))
            .Single(one => one.Problem is not null)
            .Problem!.ShouldContain("outside");

    [Fact]
    public void An_archive_inside_is_not_opened()
    {
        var inner = Queueing_documents.Zip([("minutes.md", "# x")]);
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("inner.md").Open();
            entry.Write(inner);
        }

        Archive.Open("a.zip", content.ToArray()).Single().Problem!.ShouldContain("archive inside");
    }

    [Fact]
    public void More_than_it_says_is_not_unpacked()
    {
        var large = new string('x', ImportedDocument.MostBytes + 10);

        var opened = Archive.Open("a.zip", Queueing_documents.Zip([("large.md", large)])).Single();

        opened.Content.Length.ShouldBe(ImportedDocument.MostBytes + 1);
        Should
            .Throw<RuleBroken>(() =>
                Archive.Open("b.zip", Queueing_documents.Zip(Enumerable.Range(0, 25).Select(i => ($"{i}.md", large))))
            )
            .Message.ShouldContain("100 MB");
    }

    [Fact]
    public void Too_many_nothing_and_no_archive_are_refused_in_a_sentence()
    {
        Should
            .Throw<RuleBroken>(() =>
                Archive.Open("a.zip", Queueing_documents.Zip(Enumerable.Range(0, 301).Select(i => ($"{i}.md", "x"))))
            )
            .Message.ShouldContain("301 documents");
        Should
            .Throw<RuleBroken>(() => Archive.Open("a.zip", Queueing_documents.Zip([])))
            .Message.ShouldBe("“a.zip” holds no documents; put the files themselves into it.");
        Should
            .Throw<RuleBroken>(() => Archive.Open("a.zip", "PK\u0003\u0004 and nothing"u8.ToArray()))
            .Message.ShouldContain("cannot be unpacked");
        Should
            .Throw<RuleBroken>(() => Archive.Open("a.zip", new byte[Archive.MostPackedBytes + 1]))
            .Message.ShouldContain("20 MB");
    }
}
