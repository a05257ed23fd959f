using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>For what a token alone must not do, since it may be stolen.</summary>
public interface IFreshSession
{
    /// <summary>Null when the caller signed in or gave their password a short while ago; <c>auth.reauthenticate</c> otherwise. The system needs none.</summary>
    Task<Error?> Require(CancellationToken ct);
}
