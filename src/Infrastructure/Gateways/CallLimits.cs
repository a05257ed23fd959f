using Polly;
using Polly.Registry;
using Polly.Timeout;

namespace VpsPanel.Infrastructure.Gateways;

/// <summary>
/// Bounds a call to an outside system from the first byte sent to the last one read. The handlers that the resilience library puts into an HTTP
/// client end their part with the headers: a body that trickles in would have no bound there.
/// </summary>
internal sealed class CallLimits(ResiliencePipelineRegistry<CallLimit> pipelines)
{
    /// <param name="to">The system, as it is counted by.</param>
    /// <exception cref="TimeoutRejectedException">The call took longer than <paramref name="limit"/>.</exception>
    public ValueTask<T> Run<T>(string to, TimeSpan limit, Func<CancellationToken, ValueTask<T>> call, CancellationToken ct) =>
        pipelines.GetOrAddPipeline(
            new CallLimit(to, limit),
            builder => builder.AddTimeout(new TimeoutStrategyOptions { Name = to, Timeout = limit })).ExecuteAsync(call, ct);
}

internal readonly record struct CallLimit(string To, TimeSpan Limit);
