using SigHub.Domain.Groups;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>Which role of SigHub a document's title stands for; until somebody confirms it, it gives no right.</summary>
public static class Titles
{
    private static readonly (string Word, Role Role)[] s_words =
    [
        ("co chair", Role.CoChair),
        ("cochair", Role.CoChair),
        ("vice chair", Role.CoChair),
        ("chair", Role.Chair),
        ("chairman", Role.Chair),
        ("chairwoman", Role.Chair),
        ("chairperson", Role.Chair),
        ("secretary", Role.Secretary),
        ("scribe", Role.Secretary),
        ("lead", Role.Lead),
        ("leader", Role.Lead),
        ("sig lead", Role.Lead),
        ("team lead", Role.Lead),
        ("committee lead", Role.Lead),
        ("group lead", Role.Lead),
        ("observer", Role.Observer),
        ("guest", Role.Observer),
    ];

    /// <summary>"Co-chair" is one; "Tekton Lead" is a title of something else: its bearer is a member here.</summary>
    public static Role RoleOf(string? title)
    {
        var words = SameWords.Fold(title ?? "");
        return s_words.Where(known => known.Word == words).Select(known => (Role?)known.Role).FirstOrDefault()
            ?? Role.Member;
    }
}
