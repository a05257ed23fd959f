namespace VpsPanel.Application.Identity.Installation;

/// <summary>Tries out a database that somebody names.</summary>
public interface IDatabaseProbe
{
    /// <summary>What is wrong in general words, or null. Takes three seconds at most.</summary>
    Task<string?> FindProblem(string type, string connectionString, CancellationToken ct);
}
