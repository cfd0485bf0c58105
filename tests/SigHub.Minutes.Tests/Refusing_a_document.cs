using System.Text;

namespace SigHub.Minutes.Tests;

public sealed class Refusing_a_document
{
    [Fact]
    public void An_empty_one_is_refused() =>
        Refused([]).ShouldBe("The document is empty. Export it again, or paste its text.");

    [Fact]
    public void One_of_white_space_is_refused() =>
        Refused(" \n\t\r\n"u8.ToArray()).ShouldBe("The document is empty. Export it again, or paste its text.");

    [Fact]
    public void A_binary_one_is_refused() =>
        Refused([0x50, 0x4B, 0x03, 0x04, 0x00, 0x41])
            .ShouldBe("The document is a binary file, not text. Export it as Markdown, HTML or plain text.");

    [Fact]
    public void One_in_another_encoding_is_refused() =>
        Refused(Encoding.Latin1.GetBytes("Zoé"))
            .ShouldBe("The document is not text in UTF-8 or UTF-16. Save it in UTF-8.");

    [Theory]
    [InlineData("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "a PDF")]
    [InlineData("\n%!PS-Adobe-3.0\n%%Pages: 1\n", "PostScript")]
    [InlineData("{\\rtf1\\ansi Present: Ada}", "rich text")]
    public void One_that_says_how_pages_look_is_refused(string text, string kind) =>
        Refused(Encoding.UTF8.GetBytes(text))
            .ShouldBe($"The document is {kind}, which says how pages look. Export it as Markdown, HTML or plain text.");

    private static string Refused(byte[] bytes) =>
        Should.Throw<NotMinutes>(() => MinutesReader.Read("minutes.md", bytes)).Message;
}
