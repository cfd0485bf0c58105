using SigHub.Domain.Groups;
using SigHub.Testing;
using SigHub.Web.Components;

namespace SigHub.Web.Tests.Platform;

public sealed class Hiding_addresses_and_passcodes
{
    [Theory]
    [InlineData("write to ada.quill@halden.example today", "write to [address hidden] today")]
    [InlineData("ADA.QUILL@HALDEN.EXAMPLE", "[address hidden]")]
    [InlineData("ada+hpc@mail.halden.co.example.", "[address hidden].")]
    [InlineData("(ada_q-1@halden.example)", "([address hidden])")]
    [InlineData("<ada@halden.example>", "[address hidden]")]
    [InlineData("Ada Quill <mailto:ada@halden.example>", "Ada Quill [address hidden]")]
    [InlineData("[Ada](mailto:ada@halden.example)", "[Ada](mailto:[address hidden])")]
    [InlineData(
        "ada@halden.example,ines@kermeur.example;x@y.example",
        "[address hidden],[address hidden];[address hidden]"
    )]
    [InlineData("josé@exämple.example and 李@例子.测试", "[address hidden] and [address hidden]")]
    [InlineData("ada@xn--bcher-kva.xn--p1ai", "[address hidden]")]
    [InlineData("ada (at) halden.example", "[address hidden]")]
    [InlineData("ada[at]halden[dot]example", "[address hidden]")]
    [InlineData("ada at halden dot example", "[address hidden]")]
    [InlineData("ada AT halden DOT co DOT example", "[address hidden]")]
    [InlineData("ada(at)halden(dot)example", "[address hidden]")]
    [InlineData("ada&#64;halden.example", "[address hidden]")]
    [InlineData("ada&#x40;halden&#46;example", "[address hidden]")]
    [InlineData("ada&commat;halden&period;example", "[address hidden]")]
    [InlineData("&#97;da@h&#97;lden.example", "[address hidden]")]
    [InlineData("ada\\@halden.example", "[address hidden]")]
    [InlineData("ada@**halden**.example", "[address hidden]")]
    [InlineData("**ada@halden.example**", "**[address hidden]**")]
    [InlineData("`ada@halden.example`", "`[address hidden]`")]
    [InlineData("ada\u200b@halden.example", "[address hidden]")]
    [InlineData("ada＠halden.example", "[address hidden]")]
    [InlineData("ada@halden。example", "[address hidden]")]
    [InlineData("ada@halden．example。", "[address hidden]。")]
    [InlineData("李@例子｡测试", "[address hidden]")]
    [InlineData(
        "https://cal.example/?src=hpc%40group.cal.example&x=1",
        "https://cal.example/?src=[address hidden]&x=1"
    )]
    [InlineData("https://ada:secret@halden.example/", "https://ada:[address hidden]/")]
    [InlineData("| Ada | ada@halden.example |", "| Ada | [address hidden] |")]
    public void An_address_is_hidden_however_it_is_written(string text, string expected) =>
        Redaction.Hide(text).ShouldBe(expected);

    [Theory]
    [InlineData("Passcode: 123456", "Passcode: [passcode hidden]")]
    [InlineData("passcode:123456.", "passcode:[passcode hidden].")]
    [InlineData("**Passcode:** aB3$x!9", "**Passcode:** [passcode hidden]")]
    [InlineData("Passcode: ab*cd_12`x", "Passcode: [passcode hidden]")]
    [InlineData("Passcode: `123456`", "Passcode: `[passcode hidden]`")]
    [InlineData("Meeting password is: hunter2", "Meeting password is: [passcode hidden]")]
    [InlineData("Pass code = 99 88 77", "Pass code = [passcode hidden]")]
    [InlineData("Passcode: 123 456", "Passcode: [passcode hidden]")]
    [InlineData("Passcode 123456", "Passcode [passcode hidden]")]
    [InlineData("(passcode 77gnorts)", "(passcode [passcode hidden])")]
    [InlineData("password is 4711secret", "password is [passcode hidden]")]
    [InlineData("Passcode - 123456", "Passcode - [passcode hidden]")]
    [InlineData("| Passcode | 123456 |", "| Passcode | [passcode hidden] |")]
    [InlineData("PIN: 90210#", "PIN: [passcode hidden]")]
    [InlineData("PIN code: 90210", "PIN code: [passcode hidden]")]
    [InlineData("Access code: 90210", "Access code: [passcode hidden]")]
    [InlineData("Host key: 90210", "Host key: [passcode hidden]")]
    [InlineData("Passcode：123456", "Passcode：[passcode hidden]")]
    [InlineData("pwd: x", "pwd: [passcode hidden]")]
    [InlineData("Kennwort: 123456", "Kennwort: [passcode hidden]")]
    [InlineData("Das Kennwort ist 4711geheim.", "Das Kennwort ist [passcode hidden].")]
    [InlineData("Meeting-Passwort: hunter2", "Meeting-Passwort: [passcode hidden]")]
    [InlineData("Sitzungskennwort lautet: abc", "Sitzungskennwort lautet: [passcode hidden]")]
    [InlineData("**Zugangscode:** 90210", "**Zugangscode:** [passcode hidden]")]
    [InlineData("Kenncode 123456", "Kenncode [passcode hidden]")]
    [InlineData("Einwahlcode: 123 456#", "Einwahlcode: [passcode hidden]#")]
    [InlineData("PIN-Code: 90210", "PIN-Code: [passcode hidden]")]
    [InlineData("Geheimzahl = 90210", "Geheimzahl = [passcode hidden]")]
    [InlineData("Lösenord: hemligt", "Lösenord: [passcode hidden]")]
    [InlineData("pinkod: 90210", "pinkod: [passcode hidden]")]
    [InlineData("Passcode:\n123456\n", "Passcode:\n[passcode hidden]\n")]
    [InlineData("### Passcode\r\n\r\n`12 345 678`", "### Passcode\r\n\r\n`[passcode hidden]`")]
    [InlineData("**Meeting password:**\n- hunter2", "**Meeting password:**\n- [passcode hidden]")]
    [InlineData("Kennwort\n4711geheim", "Kennwort\n[passcode hidden]")]
    [InlineData("https://video.example/j/1?pwd=aGVs_bG8-x.1&uname=a", "https://video.example/j/1?pwd=hidden&uname=a")]
    [InlineData("https://video.example/j/1?a=b&amp;pwd=aGVsbG8", "https://video.example/j/1?a=b&amp;pwd=hidden")]
    [InlineData("[join](https://video.example/j/1?pwd=aGVsbG8)", "[join](https://video.example/j/1?pwd=hidden)")]
    [InlineData("https://video.example/j/1?passcode=1#fragment", "https://video.example/j/1?passcode=hidden#fragment")]
    [InlineData("+16465550100,,93100000000#,,,,*123456# US", "+16465550100,,93100000000#,,,,*[passcode hidden] US")]
    public void A_passcode_is_hidden_however_it_is_written(string text, string expected) =>
        Redaction.Hide(text).ShouldBe(expected);

    [Theory]
    [InlineData("@ada-quill reviewed tool@1.2 and a@1.2.3-rc1")]
    [InlineData("@scope/package@18.0.0 and actions/checkout@v4.2")]
    [InlineData("mark@2x.png, mark@3x.webp")]
    [InlineData("https://social.example/@ada/12 and @ada@social.example")]
    [InlineData("git@code.example:hpc/tools.git")]
    [InlineData("we meet @ 10:30 and look at example.org at noon")]
    [InlineData("image@sha256:0123456789abcdef")]
    [InlineData("5 @ 3.50 each")]
    [InlineData("Look at the dot in the middle")]
    [InlineData("pin the version to 1.2.3, then unpin it")]
    [InlineData("Password policy: none")]
    [InlineData("The password is required")]
    [InlineData("Passcode: see the calendar")]
    [InlineData("Password: n/a")]
    [InlineData("Kennwort: siehe Kalender")]
    [InlineData("Das Kennwort wird per Mail verschickt")]
    [InlineData("Zugangscode: keiner nötig")]
    [InlineData("Code: 4711 lines were reviewed")]
    [InlineData("Lösenord: behövs inte")]
    [InlineData("We pass code 10:30 to review")]
    [InlineData("passwords: three were changed")]
    [InlineData("password rotation, pins and passcodes")]
    [InlineData("| Password | Owner |\n|---|---|\n| changed | Ada |")]
    [InlineData("password 2026-03-12 was rotated")]
    [InlineData("We changed the password\n\n2026-03-12")]
    [InlineData("Password:\n- Ada asks for a new one, 3 weeks are enough")]
    [InlineData("Passcodes\n123456 lines of code")]
    [InlineData("spinning: 4; pinned: 5")]
    [InlineData("a & b &lt; c &#60;")]
    [InlineData("")]
    public void Other_text_is_left_as_it_is(string text) => Redaction.Hide(text).ShouldBe(text);

    [Fact]
    public void Hiding_twice_changes_nothing_more()
    {
        var once = Redaction.Hide("ada@halden.example, Passcode: 123456, https://v.example/?pwd=abc");

        Redaction.Hide(once).ShouldBe(once);
    }

    [Fact]
    public void Whoever_is_signed_in_reads_it_all()
    {
        const string Text = "ada@halden.example, passcode: 1234";

        Redaction.For(new Actor(Guid.NewGuid(), isAdministrator: false, []).AsViewer(), Text).ShouldBe(Text);
        Redaction.For(Viewer.Visitor, Text).ShouldBe("[address hidden], passcode: [passcode hidden]");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b.")]
    [InlineData("a@b.example ")]
    [InlineData("@a")]
    [InlineData(" at ")]
    [InlineData("a at b dot ")]
    [InlineData("(at)")]
    [InlineData("%40")]
    [InlineData("&#64;")]
    [InlineData("&#")]
    [InlineData("&")]
    [InlineData(" ")]
    [InlineData("\\")]
    [InlineData("passcode")]
    [InlineData("passcode ")]
    [InlineData("passcode: ")]
    [InlineData("kennwort")]
    [InlineData("kennwort ")]
    [InlineData("zugangs-")]
    [InlineData("zugangscode ")]
    [InlineData("passcode:x ")]
    [InlineData("pin")]
    [InlineData("pin - ")]
    [InlineData("?pwd=")]
    [InlineData(",,*")]
    [InlineData("*_`~")]
    [InlineData("1 ")]
    public void Four_times_as_much_of_anything_costs_about_four_times_as_much(string unit) =>
        Growth
            .OfFourTimes(400_000, size => Redaction.Hide(string.Concat(Enumerable.Repeat(unit, size / unit.Length))))
            .ShouldBeLessThan(12);
}
