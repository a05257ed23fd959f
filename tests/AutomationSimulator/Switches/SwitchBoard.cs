namespace VpsPanel.AutomationSimulator.Switches;

/// <summary>The faults that are on. Kept in memory: a restart of the simulator is a healthy upstream. Thread-safe.</summary>
public sealed class SwitchBoard
{
    private readonly Lock _gate = new();
    private List<Switch> _on = [];

    public IReadOnlyList<Switch> On
    {
        get { lock (_gate) return [.. _on]; }
    }

    public void Set(params IEnumerable<Switch> switches)
    {
        lock (_gate) _on = [.. switches.Where(one => one.Times is not <= 0)];
    }

    public void Add(Switch one)
    {
        lock (_gate) _on.Add(one);
    }

    /// <summary>Shorthand for tests: <c>Add("create_host", SwitchKind.LoseReply, times: 1)</c>.</summary>
    public void Add(string action, SwitchKind kind, int? times = null) => Add(new Switch(action, kind, times));

    public void Clear() => Set();

    /// <summary>The faults that strike this call; each one with a count is used up by one.</summary>
    internal FieldErrors Take(string action)
    {
        lock (_gate)
        {
            var taken = _on.Where(one => one.Strikes(action)).ToList();
            _on = [.. _on
                .Select(one => one.Times is { } times && one.Strikes(action) ? one with { Times = times - 1 } : one)
                .Where(one => one.Times is not <= 0)];
            return new FieldErrors(taken);
        }
    }
}

internal sealed class FieldErrors(IReadOnlyList<Switch> taken)
{
    internal static readonly FieldErrors None = new([]);

    internal IEnumerable<SwitchKind> Kinds => taken.Select(one => one.Kind);

    internal Switch? Find(SwitchKind kind) => taken.FirstOrDefault(one => one.Kind == kind);

    internal bool Has(SwitchKind kind) => Find(kind) is not null;
}
