namespace VpsPanel.Domain.Common;

/// <summary>
/// A status flow as a table. It is the only place that knows which moves exist: guards, the <c>allowed</c> list of
/// errors, the tests and the diagram in docs/flows all read these rows.
/// </summary>
public sealed class Flow<TStatus, TMove, TActor>
    where TStatus : struct, Enum
    where TMove : struct, Enum
    where TActor : struct, Enum
{
    private readonly Dictionary<(TStatus From, TMove Move), Transition<TStatus, TMove, TActor>> _rows;

    public Flow(string name, params Transition<TStatus, TMove, TActor>[] rows)
    {
        Name = name;
        Rows = rows;
        _rows = rows.ToDictionary(row => (row.From, row.Move));
    }

    public string Name { get; }

    public IReadOnlyList<Transition<TStatus, TMove, TActor>> Rows { get; }

    public bool Allows(TStatus from, TMove move) => _rows.ContainsKey((from, move));

    /// <summary>
    /// The status after the move; <c>flow.illegal_move</c> with the moves that this status allows, or
    /// <c>flow.wrong_actor</c> when the move exists but not for this actor.
    /// </summary>
    public Result<TStatus> Next(TStatus from, TMove move, TActor actor)
    {
        if (!_rows.TryGetValue((from, move), out var row))
            return IllegalMove(from, move);

        return row.Who.Contains(actor)
            ? row.To
            : Error.Forbidden("flow.wrong_actor", $"{WireNames.Of(move)} is not for {WireNames.Of(actor)}");
    }

    /// <summary>Whether the move could be made now, without making it.</summary>
    public Result Check(TStatus from, TMove move, TActor actor) =>
        Next(from, move, actor) is { IsSuccess: false, Error: var failure } ? failure : Result.Success;

    private Error IllegalMove(TStatus from, TMove move) =>
        Error.Conflict("flow.illegal_move", $"{WireNames.Of(move)} is not possible while {WireNames.Of(from)}") with
        {
            Allowed = [.. Rows.Where(row => row.From.Equals(from)).Select(row => WireNames.Of(row.Move))],
        };
}
