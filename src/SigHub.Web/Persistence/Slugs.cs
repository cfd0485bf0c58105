using SigHub.Domain;
using SigHub.Domain.Groups;

namespace SigHub.Web.Persistence;

public static class Slugs
{
    /// <summary>The group's word in an address; null when no group can be called so.</summary>
    public static Slug? Read(string? text)
    {
        try
        {
            return text is null ? null : new Slug(text);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }
}
