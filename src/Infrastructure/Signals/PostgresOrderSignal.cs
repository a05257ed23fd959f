using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Signals;

/// <summary>
/// Tells other nodes by LISTEN/NOTIFY which orders have grown and what kinds of work were committed. Hints are sent in batches on a connection of their own after the commit: a NOTIFY inside the
/// transaction would make all commits of the database queue behind one lock.
/// </summary>
internal sealed partial class PostgresOrderSignal(
    DbDataSource source, OrderSubscriptions watches, IEnumerable<IRemoteWork> work, ILogger<PostgresOrderSignal> log)
    : BackgroundService, IOrderSignal, INodeSignals, ICommitListener
{
    private const string Topic = "order_events";

    /// <summary>Of 19 digits and a comma each, well below the 8000 bytes of a payload.</summary>
    private const int MaxBatch = 300;

    /// <summary>A node hears its own signals too, and has begun with its own work long before.</summary>
    private readonly string _node = Guid.NewGuid().ToString("N")[..8];

    private readonly IRemoteWork[] _work = [.. work];

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A full channel drops hints, and followers look anyway after their patience.
    private readonly Channel<string> _hints =
        Channel.CreateBounded<string>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile bool _isListening;

    /// <summary>While the connection stands every hint arrives, and a look is only for what nobody thought of.</summary>
    public TimeSpan PollInterval => _isListening ? TimeSpan.FromSeconds(60) : TimeSpan.FromSeconds(5);

    public IOrderSubscription Subscribe(OrderId order) => watches.Add(order);

    public void Send(string token) => _hints.Writer.TryWrite(token);

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        foreach (var order in OrderSubscriptions.Grown(events))
            _hints.Writer.TryWrite(order.Value.ToString(CultureInfo.InvariantCulture));

        foreach (var kind in _work.Where(kind => kind.Concerns(events)))
            Send(kind.Token);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Keep(Listen, stoppingToken), Keep(Send, stoppingToken));

    private async Task Keep(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await work(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogBroken(error);
                _isListening = false;
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        await using var connection = (NpgsqlConnection)await source.OpenConnectionAsync(ct);
        connection.Notification += (_, notice) => Wake(notice.Payload);
        await connection.ExecuteAsync(new CommandDefinition($"listen {Topic}", cancellationToken: ct));
        _isListening = true;
        watches.WakeAll();
        foreach (var kind in _work)
            kind.Noticed();

        while (true)
        {
            // A connection that died quietly is found out by using it.
            if (!await connection.WaitAsync(KeepAlive, ct))
                await connection.ExecuteAsync(new CommandDefinition("select 1", cancellationToken: ct));
        }
    }

    private async Task Send(CancellationToken ct)
    {
        while (await _hints.Reader.WaitToReadAsync(ct))
        {
            HashSet<string> batch = [_node];
            while (batch.Count < MaxBatch && _hints.Reader.TryRead(out var hint))
                batch.Add(hint);

            await using var connection = await source.OpenConnectionAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition(
                "select pg_notify(@topic, @hints)", new { topic = Topic, hints = string.Join(',', batch) }, cancellationToken: ct));
        }
    }

    private void Wake(string payload)
    {
        var hints = payload.Split(',');
        foreach (var hint in hints.Skip(1))
        {
            if (long.TryParse(hint, CultureInfo.InvariantCulture, out var id))
                watches.Wake(new OrderId(id));
            else if (hints[0] != _node)
                Array.Find(_work, kind => kind.Token == hint)?.Noticed();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Hints between nodes are late: the connection for them broke")]
    private partial void LogBroken(Exception error);
}
