using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests.Groups;

public sealed class Seeing_what_is_hidden
{
    public static TheoryData<string, Visibility, bool> WhoSeesWhatOfTheCompilers =>
        new()
        {
            { "visitor", Visibility.Public, true },
            { "visitor", Visibility.Members, false },
            { "visitor", Visibility.Closed, false },
            { "Kai of another group", Visibility.Members, false },
            { "Olu the observer", Visibility.Members, true },
            { "Olu the observer", Visibility.Closed, true },
            { "Ines the member", Visibility.Closed, true },
            { "a member of the committee above", Visibility.Members, true },
            { "a member of the committee above", Visibility.Closed, false },
            { "Mira the lead above", Visibility.Closed, true },
            { "a member of the team below", Visibility.Members, false },
            { "Root", Visibility.Closed, true },
        };

    [Theory]
    [MemberData(nameof(WhoSeesWhatOfTheCompilers))]
    public void Follows_the_group_and_the_item_alike(string who, Visibility visibility, bool sees)
    {
        var viewer = ViewerNamed(who);

        viewer.MaySee(Compilers.Id, visibility, Visibility.Public).ShouldBe(sees);
        viewer.MaySee(Compilers.Id, Visibility.Public, visibility).ShouldBe(sees);
    }

    [Theory]
    [InlineData(Visibility.Public, Visibility.Closed, Visibility.Closed)]
    [InlineData(Visibility.Closed, Visibility.Public, Visibility.Closed)]
    [InlineData(Visibility.Members, Visibility.Public, Visibility.Members)]
    public void The_stricter_of_the_two_holds(Visibility item, Visibility group, Visibility both) =>
        item.Within(group).ShouldBe(both);

    private static Viewer ViewerNamed(string who) =>
        who switch
        {
            "visitor" => Viewer.Visitor,
            "Kai of another group" => Kai.AsViewer(),
            "Olu the observer" => Olu.AsViewer(),
            "Ines the member" => Ines.AsViewer(),
            "a member of the committee above" => In(Committee, Role.Member).AsViewer(),
            "Mira the lead above" => Mira.AsViewer(),
            "a member of the team below" => In(Docs, Role.Member).AsViewer(),
            "Root" => Root.AsViewer(),
            _ => throw new ArgumentException(who, nameof(who)),
        };
}
