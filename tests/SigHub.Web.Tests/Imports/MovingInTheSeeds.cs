using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Testing;
using SigHub.Web.Features.Imports;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Imports;

public sealed class Moving_in_the_seeds : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Each_document_moves_in_once(Database database)
    {
        var seeds = Shared.Find("seeds");
        Assert.SkipWhen(seeds is null, "the public documents are not at hand: set SIGHUB_SHARED to their folder");
        var hub = await Open(database);

        foreach (var file in Directory.GetFiles(seeds).Order())
        {
            var upload = new Upload(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
            var first = await hub.As<AcceptDocument, AcceptDocument.MovedIn>(Cast.Robin, accept => accept.Run(upload));
            first.WasThere.ShouldBeFalse();
            first.New.ShouldBeGreaterThan(3);

            var before = await hub.Look(Counts);
            var second = await hub.As<AcceptDocument, AcceptDocument.MovedIn>(Cast.Robin, accept => accept.Run(upload));
            second.WasThere.ShouldBeTrue();
            (await hub.Look(Counts)).ShouldBe(before);
        }
    }

    private static async Task<string> Counts(SigHub.Web.Persistence.SigHubDb db)
    {
        var said = new StringBuilder();
        said.Append(await db.Groups.CountAsync()).Append(" groups, ");
        said.Append(await db.People.CountAsync()).Append(" people, ");
        said.Append(await db.Memberships.CountAsync()).Append(" memberships, ");
        said.Append(await db.Meetings.CountAsync()).Append(" meetings, ");
        said.Append(await db.Actions.CountAsync()).Append(" actions, ");
        said.Append(await db.Decisions.CountAsync()).Append(" decisions, ");
        said.Append(await db.Milestones.CountAsync()).Append(" milestones, ");
        said.Append(await db.Series.CountAsync()).Append(" series, ");
        said.Append(await db.Traces.CountAsync()).Append(" traces, ");
        said.Append(await db.Activity.CountAsync()).Append(" facts");
        return said.ToString();
    }
}
