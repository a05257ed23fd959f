using MediatR;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Pipeline;

/// <summary>Commits what a command did together with its kept answer; a refusal commits nothing.</summary>
internal sealed class UnitOfWorkBehaviour<TRequest, TResponse>(IUnitOfWork work, IIdempotencyStore keys)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommandMessage
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (!response.IsSuccess)
        {
            await work.Rollback(cancellationToken);
            return response;
        }

        keys.Keep(response.Answer);
        await work.Commit(cancellationToken);
        return response;
    }
}
