using SigHub.Domain;
using SigHub.Testing;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests;

/// <summary>A test against a portal in which the cast has been at work for three months.</summary>
public abstract class SceneTest : HubTest
{
    protected async Task<Hub> OpenScene(Database kind)
    {
        var hub = await Open(kind);
        await hub.Look(async db =>
        {
            await Scene.Load(db, hub.Clock.UtcNow());
            return true;
        });
        return hub;
    }

    /// <summary>The sentence with which a rule says no.</summary>
    protected static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Message;
}
