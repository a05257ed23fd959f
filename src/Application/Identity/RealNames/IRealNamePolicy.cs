using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.RealNames;

/// <summary>Keeps actions from people who have not proved who they are.</summary>
public interface IRealNamePolicy
{
    /// <summary>Success, or the refusal that tells a client to ask for the real name.</summary>
    /// <param name="action">One of <see cref="RealNameActions"/>.</param>
    Task<Result> Allow(UserId user, string action, CancellationToken ct);
}
