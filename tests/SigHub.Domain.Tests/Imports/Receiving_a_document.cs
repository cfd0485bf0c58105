using System.Text;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;

namespace SigHub.Domain.Tests.Imports;

public sealed class Receiving_a_document
{
    [Fact]
    public void Keeps_its_text_and_the_hash_of_its_bytes()
    {
        var document = Receive("\uFEFFabc"u8.ToArray());

        document.Source.ShouldBe("abc");
        document.Sha256.ShouldBe(ImportedDocument.HashOf([0xEF, 0xBB, 0xBF, .. "abc"u8]));
        ImportedDocument
            .HashOf("abc"u8.ToArray())
            .ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    [Fact]
    public void Reads_both_orders_of_UTF_16()
    {
        Receive([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Réunion")]).Source.ShouldBe("Réunion");
        Receive([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Réunion")]).Source.ShouldBe("Réunion");
    }

    [Fact]
    public void Refuses_what_is_empty_too_large_or_no_text()
    {
        ShouldBeRefused(() => Receive([]), "“minutes.md” is empty.");
        ShouldBeRefused(() => Receive(" \n"u8.ToArray()), "is empty");
        ShouldBeRefused(() => Receive("a\0b"u8.ToArray()), "is not text");
        ShouldBeRefused(() => Receive([0x50, 0x4B, 0xFF, 0xC0]), "is not text in UTF-8");
        ShouldBeRefused(() => Receive(new byte[ImportedDocument.MostBytes + 1]), "over 5 MB");
    }

    [Fact]
    public void Is_for_who_keeps_the_minutes_and_without_a_group_for_the_administrator()
    {
        ShouldBeRefused(() => Receive("x"u8.ToArray(), Ines, Compilers.Id), "import into a group");
        ShouldBeRefused(() => Receive("x"u8.ToArray(), Ada, groupId: null), "Choose a group");
        Receive("x"u8.ToArray(), Sol, Compilers.Id).ByPersonId.ShouldBe(Sol.PersonId);
        Receive("x"u8.ToArray(), Root, groupId: null).GroupId.ShouldBeNull();
    }

    [Fact]
    public void Without_a_group_it_finds_one_and_keeps_it()
    {
        var document = Receive("x"u8.ToArray(), Root, groupId: null);
        document.IsAbout(Compilers.Id);

        ShouldBeRefused(() => document.IsAbout(Sails.Id), "already belongs to another group");
        ShouldBeRefused(() => document.ShowTo(Sol, Visibility.Closed, Now), "who sees a document");
        document.ShowTo(Ada, Visibility.Closed, Now).After.ShouldBe("closed");
    }

    [Fact]
    public void Its_lines_are_counted_from_one()
    {
        var id = Guid.NewGuid();

        new Provenance(id, 3, 3).Covers(3).ShouldBeTrue();
        ShouldBeRefused(() => _ = new Provenance(id, 0, 1), "counted from 1");
        ShouldBeRefused(() => _ = new Provenance(id, 4, 3), "the first before the last");
    }

    private static ImportedDocument Receive(byte[] content) => Receive(content, Ada, Compilers.Id);

    private static ImportedDocument Receive(byte[] content, Actor by, Guid? groupId) =>
        ImportedDocument.Receive(by, "minutes.md", content, DocumentKind.Minutes, groupId, Now);
}
