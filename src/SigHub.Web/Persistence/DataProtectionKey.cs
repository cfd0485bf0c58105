namespace SigHub.Web.Persistence;

/// <summary>A key of ASP.NET Core's data protection, as XML.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; private init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTime CreatedAt { get; init; }
}
