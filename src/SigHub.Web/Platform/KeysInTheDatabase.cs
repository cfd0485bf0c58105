using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>Data protection keys live in the database, so that sign-ins survive a restart and every web node shares them.</summary>
public sealed class KeysInTheDatabase(IDbContextFactory<SigHubDb> dbs, TimeProvider clock)
    : IXmlRepository,
        IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = dbs.CreateDbContext();
        return
        [
            .. db
                .DataProtectionKeys.AsNoTracking()
                .Select(key => key.Xml)
                .AsEnumerable()
                .Select(xml => XElement.Parse(xml)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = dbs.CreateDbContext();
        db.DataProtectionKeys.Add(
            new DataProtectionKey
            {
                Name = friendlyName,
                Xml = element.ToString(SaveOptions.DisableFormatting),
                CreatedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        db.SaveChanges();
    }
}
