using System.Collections.Concurrent;
using System.Reflection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence.Outbox;

/// <summary>Which reactions wait for which events, read from the compiled slices.</summary>
internal sealed class ReactionCatalog
{
    private readonly Dictionary<string, Entry> _byName;
    private readonly ConcurrentDictionary<Type, Entry[]> _byEvent = new();

    public ReactionCatalog(IEnumerable<SliceAssembly> slices)
    {
        var entries = (
            from slice in slices
            from type in slice.Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReaction<>)
            select Entry.Of(type, contract.GenericTypeArguments[0])).ToList();

        _byName = entries.ToDictionary(entry => entry.Name);
    }

    /// <summary>A reaction to a kind of events gets all of them in order.</summary>
    public IEnumerable<string> For(IDomainEvent happened) =>
        Waiting(happened).Select(entry => entry.Name);

    /// <summary>The lanes in which something waits for the event.</summary>
    public IEnumerable<OutboxLane> LanesFor(IDomainEvent happened) => Waiting(happened).Select(entry => entry.Lane).Distinct();

    /// <summary>What this process has code for, in one lane.</summary>
    public string[] Names(OutboxLane lane) => [.. _byName.Values.Where(entry => entry.Lane == lane).Select(entry => entry.Name)];

    public Entry Get(string name) => _byName[name];

    private Entry[] Waiting(IDomainEvent happened) => _byEvent.GetOrAdd(
        happened.GetType(), type => [.. _byName.Values.Where(entry => entry.EventType.IsAssignableFrom(type))]);

    internal sealed record Entry(string Name, Type ReactionType, Type EventType)
    {
        private readonly MethodInfo _call =
            typeof(Entry).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(EventType);

        /// <summary>It writes nothing in the transaction of its delivery.</summary>
        public bool ActsOutside { get; } = ReactionType.IsDefined(typeof(ActsOutsideAttribute), inherit: false);

        public OutboxLane Lane { get; } = ReactionType.GetCustomAttribute<LaneAttribute>()?.Lane ?? OutboxLane.Orders;

        public static Entry Of(Type reaction, Type happened) =>
            new($"{StoredNameAttribute.Of(reaction)}:{StoredNameAttribute.Of(happened)}", reaction, happened);

        public Task<Result> React(IServiceProvider services, ClaimedMessage message, CancellationToken ct) =>
            (Task<Result>)_call.Invoke(null, [services, ReactionType, message, ct])!;

        private static Task<Result> Typed<TEvent>(IServiceProvider services, Type type, ClaimedMessage message, CancellationToken ct)
            where TEvent : IDomainEvent
        {
            var contracts = (IEnumerable<IReaction<TEvent>>)services.GetService(typeof(IEnumerable<IReaction<TEvent>>))!;
            var happened = (TEvent)StoredJson.Read(message.Payload, Named(typeof(TEvent), message.EventType))!;
            return contracts.Single(reaction => reaction.GetType() == type)
                .React(new Envelope<TEvent>(message.Id, message.AggregateId, message.OccurredAt, happened), ct);
        }

        /// <summary>The event itself where the reaction waits for its kind.</summary>
        private static Type Named(Type awaited, string name) => awaited.IsAbstract
            ? awaited.Assembly.GetTypes().Single(type => type.IsSubclassOf(awaited) && StoredNameAttribute.Of(type) == name)
            : awaited;
    }
}
