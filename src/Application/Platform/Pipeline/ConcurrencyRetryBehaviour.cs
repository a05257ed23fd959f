using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>
/// Runs a command that lost a race again from a fresh scope, where it sees what the winner wrote. After the last try the
/// caller gets a conflict and may repeat.
/// </summary>
internal sealed class ConcurrencyRetryBehaviour<TRequest, TResponse>(RequestContext context, IUnitOfWork work, IServiceScopeFactory scopes)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, ICommandMessage
    where TResponse : IOutcome<TResponse>
{
    private const int Retries = 4;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (context.IsRetry)
            return await next();

        try
        {
            return await next();
        }
        catch (ConcurrencyConflictException)
        {
            // The failed transaction still holds its locks, and the next try would wait for them.
            await work.Rollback(cancellationToken);
            return await TryAgain(request, cancellationToken);
        }
    }

    private async Task<TResponse> TryAgain(TRequest request, CancellationToken ct)
    {
        for (var retry = 1; retry <= Retries; retry++)
        {
            // Losers that wait equally long would meet again.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << retry)), ct);

            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().RetryOf(context);
            try
            {
                return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
            }
            catch (ConcurrencyConflictException) when (retry < Retries)
            {
            }
            catch (ConcurrencyConflictException)
            {
                break;
            }
        }

        return TResponse.Fail(Error.Conflict("conflict.lost_race", "conflict") with { RetryAfter = TimeSpan.FromSeconds(1) });
    }
}
