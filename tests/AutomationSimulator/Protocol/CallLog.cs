namespace VpsPanel.AutomationSimulator.Protocol;

/// <param name="At">When the call had its effect.</param>
/// <param name="Action">Name of the call.</param>
/// <param name="Parameters">What it carried, passwords masked.</param>
/// <param name="Outcome">"ok" or "refused: …", before any transport fault.</param>
/// <param name="Faults">Kinds of the faults that struck it.</param>
public sealed record RecordedCall(
    DateTimeOffset At,
    string Action,
    IReadOnlyDictionary<string, string> Parameters,
    string Outcome,
    IReadOnlyList<VpsPanel.AutomationSimulator.Switches.SwitchKind> Faults);

/// <summary>The last thousand calls, oldest first. Thread-safe.</summary>
public sealed class CallLog
{
    private const int Bound = 1000;
    private readonly Lock _gate = new();
    private readonly Queue<RecordedCall> _calls = new();

    public IReadOnlyList<RecordedCall> All
    {
        get { lock (_gate) return [.. _calls]; }
    }

    public IReadOnlyList<RecordedCall> Of(string action) => [.. All.Where(call => call.Action == action)];

    internal void Add(CallRequest request, ApiResult answer, DateTimeOffset now)
    {
        var parameters = request.Parameters.ToDictionary(one => one.Key, one => IsSecret(one.Key) ? "***" : one.Value);
        var call = new RecordedCall(now, request.Action, parameters, answer.Reply.Outcome, [.. answer.Faults.Kinds]);
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Bound) _calls.Dequeue();
        }
    }

    internal void Clear()
    {
        lock (_gate) _calls.Clear();
    }

    private static bool IsSecret(string name) =>
        name.EndsWith("pwd", StringComparison.OrdinalIgnoreCase)
        || name.Contains("password", StringComparison.OrdinalIgnoreCase)
        || name.Equals("apikey", StringComparison.OrdinalIgnoreCase);
}
