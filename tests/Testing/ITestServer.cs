using System.Data.Common;

namespace VpsPanel.Testing;

/// <summary>Where databases for tests are made. Never called by two at once, but for <see cref="Drop"/> and <see cref="Reset"/>.</summary>
internal interface ITestServer
{
    string Address { get; }

    Task<string> Create();

    Task Drop(string connectionString);

    /// <summary>Leaves the schema and no rows.</summary>
    Task Reset(string connectionString);

    /// <summary>The connection string of a database of this name.</summary>
    string For(string database);

    DbConnection Connect(string connectionString);

    string Refusal(DbException error);

    string Unguarded(string sql, string[] tables);
}
