namespace VpsPanel.Domain.Common;

/// <summary>One row of a status flow: who may make which move, and where it leads.</summary>
public sealed record Transition<TStatus, TMove, TActor>(TStatus From, TMove Move, TStatus To, params TActor[] Who)
    where TStatus : struct, Enum
    where TMove : struct, Enum
    where TActor : struct, Enum;
