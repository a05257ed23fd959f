using System.Collections.Concurrent;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Application.Proxies.Profiles.Commands;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Platform.Settings;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.WebApi.Http.Profiles;

/// <summary>What a client shows of itself.</summary>
internal readonly record struct Caller(string? Client, string Agent, bool WantsPage);

/// <summary>
/// Hands out profiles. What a client got is kept for three seconds, so that a crowd costs no database; whatever changes on this node
/// shows at once, and a change on another node within that time.
/// </summary>
internal sealed partial class ProfileCache(
    IServiceScopeFactory scopes, ISettings settings, TimeProvider clock, ILogger<ProfileCache> log) : ICommitListener
{
    private const int MaxVisitors = 20_000;
    private const int MaxCallers = 32;
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);

    // Only tokens that exist get here: guesses must not fill it.
    private readonly ConcurrentDictionary<string, Visitor> _visitors = new(StringComparer.Ordinal);
    private int _changes;
    private long _bytes;

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(happened => happened.Source is Subscription or SubscriptionTemplate or Node || happened.Event is SettingChanged))
            Interlocked.Increment(ref _changes);
    }

    public async ValueTask<Result<ReadyProfile>> Find(string token, Caller caller, CancellationToken ct)
    {
        var perMinute = await settings.Number(DeliverySettings.PerMinute, ct);
        if (!_visitors.TryGetValue(token, out var visitor))
            return await Load(token, caller, perMinute, ct);

        if (visitor.Allowance.Take(perMinute) is { } wait)
            return TooOften(wait);

        return visitor.Profiles.TryGetValue(caller, out var known) && IsFresh(known)
            ? known.Profile
            : await Load(token, caller, null, ct);
    }

    /// <param name="perMinute">Null when the fetch is counted already.</param>
    private async Task<Result<ReadyProfile>> Load(string token, Caller caller, long? perMinute, CancellationToken ct)
    {
        // Counted before the read: a change that is committed during the read makes this entry stale at once.
        var (changes, now) = (Volatile.Read(ref _changes), clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var delivered = await mediator.Send(new DeliverProfile(token, caller.Client, caller.Agent, caller.WantsPage), ct);
        if (!delivered.IsSuccess)
        {
            if (delivered.Error.Kind == ErrorKind.NotFound)
                _visitors.TryRemove(token, out _);

            return delivered.Error;
        }

        if (perMinute is { } limit && Known(token).Allowance.Take(limit) is { } wait)
            return TooOften(wait);

        var until = delivered.Value.ChangesAt < now + Age ? delivered.Value.ChangesAt : now + Age;
        var entry = new Entry(new ReadyProfile(delivered.Value), changes, until);
        Keep(Known(token), caller, entry);
        await Note(delivered.Value, now, ct);
        return entry.Profile;
    }

    private Visitor Known(string token)
    {
        if (_visitors.Count >= MaxVisitors)
            _visitors.Clear();

        return _visitors.GetOrAdd(token, static (_, clock) => new Visitor(new Allowance(clock), new()), clock);
    }

    private void Keep(Visitor visitor, Caller caller, Entry entry)
    {
        if (visitor.Profiles.Count >= MaxCallers)
            visitor.Profiles.Clear();

        // What was fetched once and never again would stay for ever; the allowances stay.
        if (Interlocked.Add(ref _bytes, entry.Profile.Size) > MostBytes)
        {
            foreach (var (_, other) in _visitors)
                other.Profiles.Clear();

            Interlocked.Exchange(ref _bytes, entry.Profile.Size);
        }

        visitor.Profiles[caller] = entry;
    }

    /// <summary>A note that fails must not cost the client its profile.</summary>
    private async Task Note(DeliveredProfile profile, DateTimeOffset now, CancellationToken ct)
    {
        if (profile.ETag is null || !RecordRefresh.IsDue(profile.LastRefreshedAt, now))
            return;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "delivery", null);
        var noted = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecordRefresh(profile.Id), ct);
        if (!noted.IsSuccess)
            LogNotNoted(profile.Id.Value, noted.Error.Code);
    }

    private bool IsFresh(Entry entry) => entry.Changes == Volatile.Read(ref _changes) && entry.Until > clock.GetUtcNow();

    private static Error TooOften(TimeSpan wait) =>
        new(ErrorKind.RateLimited, "subscription.rate_limited", "fetched too often") { RetryAfter = wait };

    [LoggerMessage(LogLevel.Warning, "A fetch of subscription {Id} was not noted: {Code}")]
    private partial void LogNotNoted(long id, string code);

    private sealed record Visitor(Allowance Allowance, ConcurrentDictionary<Caller, Entry> Profiles);

    private sealed record Entry(ReadyProfile Profile, int Changes, DateTimeOffset Until);
}

internal static class ProfileCacheSetup
{
    public static void AddProfileCache(this IServiceCollection services)
    {
        services.AddSingleton<ProfileCache>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<ProfileCache>());
    }
}
