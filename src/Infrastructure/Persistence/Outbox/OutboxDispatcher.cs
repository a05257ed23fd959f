using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>
/// Keeps the deliveries of every lane going, from the commit on that wrote a message. An idle lane asks the database nothing: it sleeps
/// until a commit, until a failed message is due again, or until another node wrote something.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxDelivery delivery, ReactionCatalog catalog, IDialect dialect, TimeProvider clock, ILogger<OutboxDispatcher> log)
    : BackgroundService, ICommitListener, IRemoteWork
{
    private const int OrderWorkers = 2;

    /// <summary>Of the lane that holds locks of orders, wallets and VPS.</summary>
    private const int OrderBatch = 20;

    /// <summary>What nobody waits for is gathered for so long, so that one pass delivers it together.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(50);

    /// <summary>For a message that is due but held by another node, and after a pass that broke off.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The node that committed delivers by itself before this has passed.</summary>
    private static readonly TimeSpan RemoteDelay = TimeSpan.FromSeconds(2);

    private readonly LaneState[] _lanes =
        [.. Enum.GetValues<OutboxLane>().Select(lane => new LaneState(lane, catalog.Names(lane), new WorkSignal(clock, dialect.LookInterval)))];

    public string Token => "outbox";

    public bool Concerns(IReadOnlyList<CommittedEvent> events) => events.Any(committed => catalog.LanesFor(committed.Event).Any());

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        foreach (var lane in events.SelectMany(committed => catalog.LanesFor(committed.Event)).Distinct())
            _lanes[(int)lane].Signal.Wake();
    }

    /// <summary>An admin has given a message its tries back.</summary>
    public void Resent()
    {
        foreach (var lane in _lanes)
            lane.Signal.Wake();
    }

    public void Noticed()
    {
        foreach (var lane in _lanes)
            lane.Signal.WakeAt(clock.GetUtcNow() + RemoteDelay);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        from lane in _lanes
        where lane.Reactions.Length > 0
        from worker in Enumerable.Range(0, lane.Lane == OutboxLane.Orders ? OrderWorkers : 1)
        select Work(lane, stoppingToken));

    private async Task Work(LaneState lane, CancellationToken ct)
    {
        // Whether messages may be waiting for their time: what failed here, or what another node left.
        var waiting = true;
        var most = lane.Lane == OutboxLane.Orders ? OrderBatch : OutboxDelivery.MaxBatch;
        var take = most;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                // Whatever was committed up to here is found by this look.
                lane.Signal.Forget();
                var pass = await delivery.Deliver(lane.Reactions, take, ct);
                waiting |= pass.HasFailed;
                if (pass.Claimed > 0)
                {
                    // There is work for the other workers of the lane, too.
                    if (pass.Claimed > pass.Settled || pass.Claimed == take)
                        lane.Signal.Wake();

                    // What was claimed in vain beside a failure or a slow call outside would be claimed in vain again.
                    take = pass.Settled < pass.Claimed ? Math.Max(1, pass.Settled) : Math.Min(most, take * 4);
                    continue;
                }

                take = most;
                waiting = waiting && await Schedule(lane, ct);
                waiting |= !await lane.Signal.Wait(ct);
                if (lane.Lane != OutboxLane.Orders)
                    await Task.Delay(Linger, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogBroke(error);
                await Task.Delay(Pause, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>False when no message waits.</summary>
    private async Task<bool> Schedule(LaneState lane, CancellationToken ct)
    {
        if (await delivery.NextDue(lane.Reactions, ct) is not { } due)
            return false;

        var soonest = clock.GetUtcNow() + Pause;
        lane.Signal.WakeAt(due > soonest ? due : soonest);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "An outbox pass failed")]
    private partial void LogBroke(Exception error);

    private sealed record LaneState(OutboxLane Lane, string[] Reactions, WorkSignal Signal);
}
