namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>One page of a list and how many rows there are in all.</summary>
public sealed record Page<TRow>(IReadOnlyList<TRow> Items, long Total);
