using SigHub.Web.Persistence;

namespace SigHub.Web.Components;

/// <summary>
/// Says how a person that was seen is called from now on; with it the page of one's own account can change one's name. Throws
/// as the use case behind it does.
/// </summary>
public delegate Task CallPerson(Seen seen, string name, CancellationToken stop = default);
