using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence;

/// <summary>The names of an erased person in the words of nouns, wherever the model has words.</summary>
public static class NamesInWords
{
    private const string Replacement = "a former member";

    /// <summary>
    /// Full names become "a former member" in every text. A first name alone is somebody else's too, and stays, except beside
    /// the person's own id. Inside a transaction.
    /// </summary>
    public static async Task ReplaceNames(
        this SigHubDb db,
        Guid personId,
        IEnumerable<string> names,
        CancellationToken stop
    )
    {
        var full = names.Where(name => name.Contains(' ', StringComparison.Ordinal)).ToList();
        foreach (var words in db.Places((entity, property) => IsNoun(entity) && IsWords(property)))
        {
            foreach (var name in full)
                await Replace(db, words, name, stop);
        }

        foreach (var mention in db.Places((entity, property) => IsNoun(entity) && IsPersonBesideName(property)))
        {
            var name = NameBeside(mention);
            await db.Run(
                $"UPDATE {mention.Table} SET {name} = {{0}} WHERE {mention.Column} = {{1}}",
                [Replacement, personId],
                stop
            );
        }

        await db.ForgetEdits(stop);
    }

    /// <summary>What somebody typed and took away again goes, too; whoever is writing gets the words anew.</summary>
    private static async Task ForgetEdits(this SigHubDb db, CancellationToken stop)
    {
        await db
            .Meetings.Where(meeting => meeting.Finalization == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(meeting => meeting.TextVersion, meeting => meeting.TextVersion + 1),
                stop
            );
        await db.MinutesEdits.ExecuteDeleteAsync(stop);
    }

    private static async Task Replace(SigHubDb db, ModelPlace words, string name, CancellationToken stop)
    {
        var find =
            $"SELECT {words.Id} AS id, {words.Column} AS text FROM {words.Table} "
            + $"WHERE LOWER({words.Column}) LIKE LOWER({{0}}) ESCAPE '\\'";
        var rows = await db.Database.SqlQueryRaw<Row>(find, $"%{Escape(name)}%").ToListAsync(stop);
        foreach (var row in rows)
        {
            var text = Regex.Replace(
                row.Text,
                $@"(?<!\w){Regex.Escape(name)}(?!\w)",
                Replacement,
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(30)
            );
            await db.Run(
                $"UPDATE {words.Table} SET {words.Column} = {{0}} WHERE {words.Id} = {{1}}",
                [text, row.Id],
                stop
            );
        }
    }

    /// <summary>What is kept on people themselves is not words about them.</summary>
    private static bool IsNoun(IEntityType entity) =>
        entity.ClrType.Assembly == typeof(Person).Assembly && entity.ClrType.Namespace != typeof(Person).Namespace;

    private static bool IsWords(IProperty property) =>
        property.ClrType == typeof(string) && property.GetValueConverter() is null && !property.IsKey();

    /// <summary>A name as somebody wrote it, beside the id of the person it stands for.</summary>
    private static bool IsPersonBesideName(IProperty property) =>
        property.Name == nameof(Mention.PersonId)
        && property.DeclaringType.FindProperty(nameof(Mention.Name)) is not null;

    /// <summary>Both columns begin alike: <c>mover_person_id</c> and <c>mover_name</c>.</summary>
    private static string NameBeside(ModelPlace mention) =>
        mention.Column.Replace("person_id", "name", StringComparison.Ordinal);

    private static string Escape(string name) =>
        name.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);

    private sealed record Row(Guid Id, string Text);
}
