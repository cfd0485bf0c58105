using FsCheck;
using FsCheck.Fluent;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests.Groups;

public sealed class Making_a_slug
{
    [Theory]
    [InlineData("SIG/Looms", "looms")]
    [InlineData("Tidewater Looms SIG", "tidewater-looms")]
    [InlineData("Docs Working Group", "docs")]
    [InlineData("Working Group for Working Sails", "for-working-sails")]
    [InlineData("SIG", "sig")]
    [InlineData("Équipe d’Été", "equipe-dete")]
    [InlineData("  C++ & Rust!  ", "c-rust")]
    [InlineData("帆", "group")]
    [InlineData("New", "new-group")]
    public void Keeps_the_words_that_tell_groups_apart(string name, string slug) =>
        Slug.From(name).Value.ShouldBe(slug);

    [Fact]
    public void Numbers_a_second_one() => Slug.From("Looms").WithNumber(2).Value.ShouldBe("looms-2");

    [Fact]
    public void A_number_still_fits_behind_the_longest_one()
    {
        var slug = new Slug(new string('a', Slug.Longest)).WithNumber(12);

        slug.Value.Length.ShouldBe(Slug.Longest);
        slug.Value.ShouldEndWith("a-12");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Looms")]
    [InlineData("-looms")]
    [InlineData("looms--x")]
    [InlineData("looms/x")]
    [InlineData("new")]
    public void What_is_no_address_is_refused(string value) => ShouldBeRefused(() => _ = new Slug(value), "address");

    [Fact]
    public void Every_name_has_one() =>
        Prop.ForAll<NonNull<string>>(name => new Slug(Slug.From(name.Get).Value) == Slug.From(name.Get))
            .QuickCheckThrowOnFailure();
}
