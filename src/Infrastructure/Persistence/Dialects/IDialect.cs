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

    /// <summary>
    /// Selects up to @take rows that nobody holds, holds them, and marks a point to come back to: one round trip. The plan looks up by
    /// index whatever the statistics say, since a queue is empty when they are gathered and full when they are used.
    /// <paramref name="columns"/> and <paramref name="where"/> are constants of the caller.
    /// </summary>
    string ClaimRows(string table, string columns, string where, string orderBy, string point);

    /// <summary>
    /// Inserts one row and answers its id; no row when another has the same key. Waits while somebody else is inserting that key.
    /// </summary>
    /// <param name="columns">Names of columns; each is bound to the parameter of the same name.</param>
    /// <param name="key">Those of them that are unique together.</param>
    string InsertUnlessKnown(string table, string[] columns, string[] key);

    /// <summary>A row source of whole numbers from a parameter that holds a JSON array of arrays; the names are those of its columns.</summary>
    string NumbersOf(string parameter, string alias, params string[] names);

    /// <summary>
    /// Inserts these rows, and overwrites those whose key is there. <paramref name="rows"/> is a constant select with a column for each name.
    /// </summary>
    string Upsert(string table, string[] key, string[] columns, string rows);

    /// <summary>Counts what follows the <c>from</c> of a select, and stops at so many rows.</summary>
    string CountUpTo(int most, string from);

    /// <summary>A statement that answers the plan of a select as JSON in the form of PostgreSQL; null where there is none.</summary>
    string? Explain(string select);

    /// <summary>The column is one of the texts that Dapper binds to the parameter as an array.</summary>
    string IsOneOf(string column, string parameter);

    /// <summary>The column is one of the keys that are bound as <see cref="KeyList"/> gives them.</summary>
    string IsOneOfKeys(string column, string parameter);

    bool IsUniqueViolation(DbException error);

    /// <summary>
    /// A deadlock, a lock wait that took too long, a serialisation failure, or a reference to a row that was deleted meanwhile: worth
    /// another try, which sees what the other writer left.
    /// </summary>
    bool IsConcurrencyConflict(DbException error);

    DbDataSource CreateDataSource(string connectionString);

    void Use(DbContextOptionsBuilder options, DbDataSource source, int? maxBatchSize);
}
