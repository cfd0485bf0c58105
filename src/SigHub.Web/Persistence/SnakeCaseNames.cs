using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace SigHub.Web.Persistence;

/// <summary>Tables, columns, keys and indexes are named <c>like_this</c>, so that SQL reads the same on both databases.</summary>
public sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                entity.SetContainerColumnName(ToSnakeCase(entity.GetContainerColumnName()!));
                continue;
            }

            if (entity.GetTableName() is { } table)
                entity.SetTableName(ToSnakeCase(table));
            NameColumns(entity);
            foreach (var key in entity.GetKeys())
                key.SetName(ToSnakeCase(key.GetName()!));
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName(ToSnakeCase(foreignKey.GetConstraintName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(ToSnakeCase(index.GetDatabaseName()!));
        }
    }

    private static void NameColumns(IConventionTypeBase type, string prefix = "")
    {
        foreach (var property in type.GetProperties())
            property.SetColumnName(prefix + ToSnakeCase(property.Name));
        foreach (var part in type.GetComplexProperties())
            NameColumns(part.ComplexType, $"{prefix}{ToSnakeCase(part.Name)}_");
    }

    private static string ToSnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
