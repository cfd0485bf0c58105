using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence;

/// <summary>A row that pointed to the person who went, so that a merge can be taken back.</summary>
/// <param name="MergeId">The merge that moved it.</param>
/// <param name="Place">Table and column, <c>action_owners.person_id</c>.</param>
/// <param name="RecordId">The row.</param>
public sealed record MovedReference(Guid MergeId, string Place, Guid RecordId);

/// <summary>Every place of the model that points to a person.</summary>
public static class PersonReferences
{
    /// <summary>Whatever pointed to the one who went points to the one who stays; what was moved is written down.</summary>
    public static async Task Move(this SigHubDb db, PersonMerge merge, CancellationToken stop)
    {
        foreach (var place in db.PlacesOfPeople())
        {
            await db.Run(
                "INSERT INTO moved_references (merge_id, place, record_id) "
                    + $"SELECT {{0}}, {{1}}, {place.Id} FROM {place.Table} WHERE {place.Column} = {{2}}",
                [merge.Id, place.Name, merge.GoneId],
                stop
            );
            await db.Run(
                $"UPDATE {place.Table} SET {place.Column} = {{0}} WHERE {place.Column} = {{1}}",
                [merge.KeptId, merge.GoneId],
                stop
            );
        }
    }

    /// <summary>What the merge moved, and nobody has changed since, points again to the one who had gone.</summary>
    public static async Task MoveBack(this SigHubDb db, PersonMerge merge, CancellationToken stop)
    {
        foreach (var place in db.PlacesOfPeople())
        {
            await db.Run(
                $"UPDATE {place.Table} SET {place.Column} = {{0}} WHERE {place.Column} = {{1}} AND {place.Id} IN "
                    + "(SELECT record_id FROM moved_references WHERE merge_id = {2} AND place = {3})",
                [merge.GoneId, merge.KeptId, merge.Id, place.Name],
                stop
            );
        }

        await db.Set<MovedReference>().Where(moved => moved.MergeId == merge.Id).ExecuteDeleteAsync(stop);
    }

    /// <summary>Columns that hold a person's id: <c>PersonId</c> in any noun or part, and who did what.</summary>
    internal static IEnumerable<ModelPlace> PlacesOfPeople(this SigHubDb db) =>
        db.Places(
            (entity, property) =>
                entity.ClrType != typeof(PersonMerge)
                && (
                    property.Name.EndsWith("PersonId", StringComparison.Ordinal)
                    || property.Name is nameof(ActivityEntry.ActorId)
                )
        );
}
