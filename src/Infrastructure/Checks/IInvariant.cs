namespace VpsPanel.Infrastructure.Checks;

/// <summary>Something that must hold in the stored rows at every moment. Reads only; safe beside a running service.</summary>
public interface IInvariant
{
    /// <summary>One sentence that says what holds.</summary>
    string Name { get; }

    /// <summary>Why it cannot be checked now; null when it can.</summary>
    Task<string?> Obstacle(CancellationToken ct) => Task.FromResult<string?>(null);

    /// <summary>One line for each row that breaks it, at most <see cref="CheckArgs.Most"/> of a kind; empty when it holds.</summary>
    Task<IReadOnlyList<string>> Violations(CancellationToken ct);
}
