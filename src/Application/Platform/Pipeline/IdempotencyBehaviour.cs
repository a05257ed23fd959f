using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>
/// Answers a repeat with the first answer. The key's row is the first thing that the command's transaction writes, so a twin
/// that runs at the same time waits on the unique index; the answer is kept in the same commit as the effect. A
/// refused or failed attempt rolls the row back and leaves the key free.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(IIdempotencyStore store, ICurrentActor actor)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommandMessage, IIdempotent
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var key = request.IdempotencyKey?.Trim();
        if (string.IsNullOrEmpty(key))
            return await next();

        if (key.Length > 128)
            return TResponse.Fail(Error.Validation("idempotency_key", "must be at most 128 characters", "idempotency.key_too_long"));

        var scope = new IdempotencyScope(actor.UserId, actor.Actor.Identity, StoredNameAttribute.Of(typeof(TRequest)), key);
        var fingerprint = store.Fingerprint(request);
        if (await store.Claim(scope, fingerprint, TResponse.ResponseType, cancellationToken) is not { } kept)
            return await next();

        return kept.Fingerprint == fingerprint
            ? TResponse.Replay(kept.Response)
            : TResponse.Fail(Error.Conflict("idempotency.mismatch", "this idempotency key was used with other parameters"));
    }
}
