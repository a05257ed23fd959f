namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The rows of a list that has no pages.</summary>
public sealed record Listing<TRow>(IReadOnlyList<TRow> Items);
