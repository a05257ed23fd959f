using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>Commits what a command did together with its kept answer; a refusal commits nothing.</summary>
internal sealed class UnitOfWorkBehaviour<TRequest, TResponse>(IUnitOfWork work, IIdempotencyStore keys)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommandMessage
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        CurrentWork.Enter(work);
        var response = await next();
        if (!response.IsSuccess)
        {
            await work.Rollback(cancellationToken);
            return response;
        }

        keys.Store(response.Response);
        await work.Commit(cancellationToken);
        return response;
    }
}
