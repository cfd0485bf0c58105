using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Testing;
using SigHub.Web.Features.Imports;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Imports;

public sealed class Refusing_a_document : ImportTest
{
    private const string Known = "# SIG/Compute meeting 2026-02-12\n\n## Attendees:\n* Ada Quill\n";

    [Theory, OnEveryDatabase]
    public async Task A_visitor_is_asked_to_sign_in(Database database) =>
        await IsRefused(await Open(database), who: null, Minutes(Known), "sign in");

    [Theory, OnEveryDatabase]
    public async Task A_member_who_keeps_no_minutes_is_told_who_may(Database database) =>
        await IsRefused(await Open(database), Cast.Ines, Minutes(Known), "chair");

    [Theory, OnEveryDatabase]
    public async Task A_chair_imports_into_their_group_and_no_other(Database database)
    {
        var hub = await Open(database);

        await Accept(hub, Cast.Ada, Known);

        await IsRefused(hub, Cast.Ada, Minutes(Known.Replace("Compute", "Inference")), "Only a chair");
        await IsRefused(hub, Cast.Ada, Minutes(Known.Replace("SIG/Compute", "Docs SIG")), "group");
    }

    [Theory, OnEveryDatabase]
    public async Task A_lead_above_imports_into_the_groups_below(Database database)
    {
        var hub = await Open(database);

        (await Accept(hub, Cast.Mira, Known)).WasThere.ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_empty_too_large_or_no_text_is_refused_in_a_sentence(Database database)
    {
        var hub = await Open(database);

        await IsRefused(hub, Cast.Robin, new Upload("nothing.md", []), "nothing.md” is empty");
        await IsRefused(
            hub,
            Cast.Robin,
            new Upload("blank.md", Encoding.UTF8.GetBytes("  \n\t\n")),
            "blank.md” is empty"
        );
        await IsRefused(hub, Cast.Robin, new Upload("large.md", new byte[(5 * 1024 * 1024) + 1]), "5 MB");
        await IsRefused(
            hub,
            Cast.Robin,
            new Upload("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 0xFF, 0xFE]),
            "not text"
        );
        await IsRefused(hub, Cast.Robin, new Upload("zeros.txt", new byte[100]), "not text");
        await IsRefused(
            hub,
            Cast.Robin,
            new Upload("print.pdf", Encoding.UTF8.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")),
            "is a PDF, which says how pages look. Export it as Markdown, HTML or plain text"
        );
        await IsRefused(
            hub,
            Cast.Robin,
            new Upload("word.rtf", Encoding.UTF8.GetBytes("{\\rtf1 Present: Ada Quill}")),
            "is rich text"
        );
        await IsRefused(
            hub,
            Cast.Robin,
            new Upload("print.txt", Encoding.UTF8.GetBytes("\n%!PS-Adobe-3.0\n")),
            "is PostScript"
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_document_that_names_no_group_asks_for_one(Database database)
    {
        var hub = await Open(database);
        var upload = Minutes("Attendees: Ada Quill, Ines Moreau\n\nAction items\n- Ada to write\n", "2026-02-12.md");

        await IsRefused(hub, Cast.Robin, upload, "group");
        var compute = await hub.Look(db => db.Groups.SingleAsync(group => group.Name == "SIG/Compute"));
        (await Accept(hub, Cast.Robin, upload with { Into = compute.Id })).GroupName.ShouldBe("SIG/Compute");
    }

    [Theory, OnEveryDatabase]
    public async Task A_meeting_without_a_date_waits_for_one(Database database)
    {
        var hub = await Open(database);
        var upload = Minutes(
            "# SIG/Compute meeting\n\n## Attendees:\n* Ada Quill\n* Ines Moreau\n\n## Action items:\n* Ada to write\n",
            "notes.md"
        );
        var review = await Review(hub, Cast.Robin, upload);
        review.Undated.Count.ShouldBe(1);

        await IsRefused(hub, Cast.Robin, upload, "date");
        await Accept(
            hub,
            Cast.Robin,
            upload with
            {
                Dates = new Dictionary<int, DateOnly> { [review.Undated[0].Place] = new(2026, 2, 1) },
            }
        );

        (await hub.Look(db => db.Meetings.SingleAsync())).Date.ShouldBe(new DateOnly(2026, 2, 1));
    }

    private static async Task IsRefused(Hub hub, string? who, Upload upload, string because)
    {
        var before = await hub.Look(async db =>
            (
                await db.Documents.CountAsync(),
                await db.People.CountAsync(),
                await db.Meetings.CountAsync(),
                await db.Activity.CountAsync()
            )
        );

        var refused = await Should.ThrowAsync<RuleBroken>(() => Accept(hub, who, upload));

        refused.Message.ShouldContain(because);
        refused.Message.ShouldEndWith(".");
        var after = await hub.Look(async db =>
            (
                await db.Documents.CountAsync(),
                await db.People.CountAsync(),
                await db.Meetings.CountAsync(),
                await db.Activity.CountAsync()
            )
        );
        after.ShouldBe(before);
    }
}
