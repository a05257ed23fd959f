using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace VpsPanel.Infrastructure.Persistence.Dialects;

/// <summary>The few places where PostgreSQL and SQL Server do not take the same text.</summary>
public interface IDialect
{
    /// <summary>How often work that other nodes left is looked for; null where the database calls its clients.</summary>
    TimeSpan? LookInterval { get; }

    /// <summary>Holds the row with key {0} until the transaction ends.</summary>
    string LockRow(string table);

    /// <summary>Holds the rows whose keys are bound to @ids as <see cref="KeyList"/> gives them, in the order of the keys.</summary>
    string LockRows(string table);

    /// <summary>Holds a name, up to 255 characters bound to the parameter, until the transaction ends.</summary>
    string LockName(string parameter);

    /// <summary>Any number of keys as the value of one parameter.</summary>
    object KeyList(long[] ids);

    /// <summary>
    /// Selects up to @take keys of rows that nobody holds, and holds them. <paramref name="where"/> is a constant of the caller.
    /// </summary>
    string ClaimIds(string table, string where, string orderBy);

    /// <summary>The column is one of the texts that Dapper binds to the parameter as an array.</summary>
    string IsOneOf(string column, string parameter);

    bool IsUniqueViolation(DbException error);

    /// <summary>
    /// A deadlock, a lock wait that took too long, a serialisation failure, or a reference to a row that was deleted meanwhile: worth
    /// another try, which sees what the other writer left.
    /// </summary>
    bool IsConcurrencyConflict(DbException error);

    DbDataSource CreateDataSource(string connectionString);

    void Use(DbContextOptionsBuilder options, DbDataSource source, int? maxBatchSize);
}
