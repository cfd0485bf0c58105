using SigHub.Domain;
using SigHub.Web.Features.Accounts;

namespace SigHub.Web.Tests.Accounts;

public sealed class Choosing_a_password
{
    [Theory]
    [InlineData("short", "at least 12 characters")]
    [InlineData("elevenchars", "at least 12 characters")]
    [InlineData("", "at least 12 characters")]
    [InlineData("qwertyuiop123", "among the first")]
    [InlineData("Password1234!", "among the first")]
    [InlineData("1qaz2wsx3edc", "among the first")]
    [InlineData("passwordpassword", "among the first")]
    [InlineData("aaaaaaaaaaaaaa", "among the first")]
    [InlineData("abcabcabcabcabc", "among the first")]
    [InlineData("123456789012", "among the first")]
    [InlineData("zyxwvutsrqpo", "among the first")]
    [InlineData("noor haddad 2026", "your name")]
    [InlineData("NOOR.haddad@example.org", "your name")]
    [InlineData("weaversguild", "your name")]
    public void What_is_easily_tried_is_refused_with_a_sentence(string password, string why) =>
        Should.Throw<RuleBroken>(() => Check(password)).Message.ShouldContain(why);

    [Theory]
    [InlineData("four words in a row")]
    [InlineData("correcthorsebattery")]
    [InlineData("7391 0284 6657")]
    [InlineData("ключ от моего дома")]
    [InlineData("noor haddad likes looms")]
    [InlineData("xkcd-password-strip")]
    public void Nothing_else_is_asked_of_it(string password) => Should.NotThrow(() => Check(password));

    [Fact]
    public void A_book_is_too_long() =>
        Should
            .Throw<RuleBroken>(() => Check(string.Concat(Enumerable.Repeat("a word or ", 26))))
            .Message.ShouldContain("256");

    private static void Check(string password) =>
        Passwords.Check(password, "Noor Haddad", "noor.haddad@example.org", "Weavers’ Guild");
}
