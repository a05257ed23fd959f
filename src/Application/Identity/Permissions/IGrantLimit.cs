using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Permissions;

/// <summary>Keeps administrators from handing out what they lack.</summary>
public interface IGrantLimit
{
    /// <summary><c>auth.above_own_rights</c> when the caller lacks one of the grants.</summary>
    Task<Result> MayGrant(IEnumerable<string> grants, CancellationToken ct);
}
