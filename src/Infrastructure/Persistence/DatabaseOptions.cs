namespace VpsPanel.Infrastructure.Persistence;

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Postgres</c> (default) or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = "Postgres";

    public string ConnectionString { get; set; } = "";

    /// <summary>Statements per round trip; null leaves it to EF.</summary>
    public int? MaxBatchSize { get; set; }
}
