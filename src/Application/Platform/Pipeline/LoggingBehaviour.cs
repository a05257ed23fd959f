using MediatR;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>One line per message with its outcome; contents stay out of the log, since they may hold secrets.</summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(
    ILogger<LoggingBehaviour<TRequest, TResponse>> log, ICurrentActor actor, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!log.IsEnabled(LogLevel.Debug))
            return await next();

        var started = clock.GetTimestamp();
        var response = await next();
        Handled(typeof(TRequest).Name, actor.Actor.Name, response.Error?.Code ?? "ok", clock.GetElapsedTime(started).TotalMilliseconds);
        return response;
    }

    [LoggerMessage(LogLevel.Debug, "{Message} by {Actor}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Handled(string message, string actor, string outcome, double milliseconds);
}
