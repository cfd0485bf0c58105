using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SigHub.Web.Persistence;

/// <summary>
/// A column of the model, ready to stand in SQL: identifiers are delimited and come from the model alone. Whoever moves or
/// replaces something everywhere finds the places here; a table that is added later is among them.
/// </summary>
/// <param name="Name">Table and column, <c>action_owners.person_id</c>.</param>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Id">The column of the table's key.</param>
internal sealed record ModelPlace(string Name, string Table, string Column, string Id);

internal static class ModelPlaces
{
    /// <summary>Columns of tables with an id of one column, of nouns, their parts and the small values in them.</summary>
    public static IEnumerable<ModelPlace> Places(this SigHubDb db, Func<IEntityType, IProperty, bool> wanted)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        return from entity in db.Model.GetEntityTypes()
            where entity.FindPrimaryKey() is { Properties.Count: 1 }
            from property in All(entity)
            where wanted(entity, property)
            let table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value
            let column = property.GetColumnName(table)!
            select new ModelPlace(
                $"{table.Name}.{column}",
                sql.DelimitIdentifier(table.Name),
                sql.DelimitIdentifier(column),
                sql.DelimitIdentifier(entity.FindPrimaryKey()!.Properties[0].GetColumnName(table)!)
            );
    }

    /// <summary>Identifiers in it are a place's; values are parameters.</summary>
    public static Task<int> Run(this SigHubDb db, string sql, object[] values, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync(sql, values, stop);

    private static IEnumerable<IProperty> All(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => All(part.ComplexType)));
}
