namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// Marks a reaction that calls a system outside, or sends commands, and writes nothing in the transaction of its delivery. It is settled
/// before the next one runs, so that a process which dies repeats one call at most; the others share a transaction.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ActsOutsideAttribute : Attribute;
