using SigHub.Domain.Actions;
using SigHub.Web.Persistence;

namespace SigHub.Web.Components;

/// <summary>
/// Says how an action that was seen stands today; with it any list of actions can offer the buttons. Throws as the use case
/// behind it does.
/// </summary>
/// <returns>The action as it is seen from now on.</returns>
public delegate Task<Seen> ReportAction(Seen seen, ActionStatus to, string? note, CancellationToken stop = default);
