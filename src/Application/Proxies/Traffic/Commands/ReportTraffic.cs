using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Traffic.Commands;

/// <summary>
/// Counts what a node reports. Counters are cumulative, so a lost report costs nothing and a repeated one adds nothing. Not audited: the
/// counters say where every byte came from.
/// </summary>
/// <param name="BootId">Another one after every start of the node's counters; letters, digits and <c>. _ : -</c>.</param>
/// <param name="Sequence">From 1, growing with every report of the boot.</param>
/// <param name="Counters">One that cannot be believed is named in the answer and keeps no other from counting.</param>
public sealed record ReportTraffic(
    NodeId Node, string? BootId, long Sequence, IReadOnlyList<UsedTraffic>? Counters) : ICommand<TrafficReceipt>
{
    public const int MaxCounters = 10_000;
}

/// <summary>Bytes since the boot, each from 0 to <see cref="TrafficCounter.MaxBytes"/>; null is what is missing or no whole number.</summary>
public sealed record UsedTraffic(long? SubscriptionId, long? UploadBytes, long? DownloadBytes);

/// <summary>What became of a report.</summary>
/// <param name="Accepted">How many counters counted.</param>
/// <param name="Ignored">How many were repeats or came late.</param>
/// <param name="AddedBytes">By how much usage grew.</param>
/// <param name="Unknown">Subscriptions that do not exist.</param>
/// <param name="Rejected">Counters that could not be believed. They changed nothing: the next report may say better.</param>
public sealed record TrafficReceipt(
    long NodeId, long Sequence, int Accepted, int Ignored, long AddedBytes, IReadOnlyList<long> Unknown, IReadOnlyList<RejectedCounter> Rejected);

/// <param name="Index">Its place in the report, from 0.</param>
/// <param name="SubscriptionId">Null when it named none.</param>
public sealed record RejectedCounter(int Index, long? SubscriptionId, string Reason);

internal sealed class ReportTrafficValidator : AbstractValidator<ReportTraffic>
{
    public ReportTrafficValidator()
    {
        RuleFor(command => command.BootId).NotEmpty().MaximumLength(TrafficCounter.MaxBootId)
            .Must(boot => boot is null || boot.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-'))
            .WithMessage("must be made of letters, digits and . _ : -");
        RuleFor(command => command.Sequence).GreaterThan(0);
        RuleFor(command => command.Counters).NotNull()
            .Must(counters => counters is null || counters.Count <= ReportTraffic.MaxCounters)
            .WithMessage($"must be at most {ReportTraffic.MaxCounters}; send the rest in another report");
    }
}

internal sealed class ReportTrafficHandler(ITrafficStore traffic, ISettings settings, TimeProvider clock) : ICommandHandler<ReportTraffic, TrafficReceipt>
{
    public async Task<Result<TrafficReceipt>> Handle(ReportTraffic command, CancellationToken ct)
    {
        if (!await traffic.Hold(command.Node, ct))
            return NodeErrors.NotFound;

        // Some nodes write the same id in capitals, and not every database tells the two apart.
        var boot = command.BootId!.ToLowerInvariant();
        var (used, rejected) = ValidCounters.Of(command.Counters!);
        if (!await traffic.IsCurrent(command.Node, boot, clock.GetUtcNow(), ct))
            return new TrafficReceipt(command.Node.Value, command.Sequence, 0, used.Count, 0, [], rejected);

        var calendar = await settings.Calendar(ct);
        return await Count(command.Node, command.Sequence, boot, used, calendar, ct) with { Rejected = rejected };
    }

    private async Task<TrafficReceipt> Count(
        NodeId node, long sequence, string boot, IReadOnlyList<ValidCounter> items, BillingCalendar calendar, CancellationToken ct)
    {
        SubscriptionId[] ids = [.. items.Select(item => item.Subscription)];
        var subscriptions = await traffic.Hold(ids, ct);
        var counters = await traffic.Counters(node, ids, ct);
        var now = clock.GetUtcNow();

        // What comes after a quota came back counts in the new period, whether or not the row knew of it.
        await traffic.BeginQuotaPeriods(ids, calendar, now, ct);
        var (read, used, ignored, unknown) = (new List<TrafficCounter>(), new Dictionary<SubscriptionId, long>(), 0, new List<long>());
        var added = 0L;
        foreach (var item in items)
        {
            var id = item.Subscription;
            if (!subscriptions.Contains(id))
            {
                unknown.Add(id.Value);
                continue;
            }

            var counter = counters.GetValueOrDefault(id) ?? TrafficCounter.For(node, id);
            if (counter.Accept(new TrafficReading(boot, sequence, item.UploadBytes, item.DownloadBytes), now) is not { } bytes)
            {
                ignored++;
                continue;
            }

            read.Add(counter);
            added = bytes > long.MaxValue - added ? long.MaxValue : added + bytes;
            if (bytes > 0)
                used.Add(id, bytes);
        }

        await traffic.Write(node, read, used, ct);
        return new TrafficReceipt(node.Value, sequence, read.Count, ignored, added, unknown, []);
    }
}
