using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>The unit of work of the command that runs here, for adapters that live longer than its scope.</summary>
public static class CurrentWork
{
    private static readonly AsyncLocal<IUnitOfWork?> Running = new();

    /// <summary>Whether the command at hand has a transaction open.</summary>
    public static bool IsOpen => Running.Value is { IsOpen: true };

    /// <summary>Holds for what the calling method starts from now on, and ends with it.</summary>
    internal static void Enter(IUnitOfWork work) => Running.Value = work;
}
