using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>Hands out connections to no server: what is sent over them is written down, and answered with a row of plain values.</summary>
internal sealed class RecordingSource(Action<string> sent) : DbDataSource
{
    public override string ConnectionString => RecordingConnection.Address;

    protected override DbConnection CreateDbConnection() => new RecordingConnection(sent);
}

/// <inheritdoc cref="RecordingSource"/>
internal sealed class RecordingConnection(Action<string> sent) : DbConnection
{
    public const string Address = "Server=nobody;Database=nothing";

    private bool _isOpen;

    [AllowNull]
    public override string ConnectionString { get; set; } = Address;

    public override string Database => "nothing";

    public override string DataSource => "nobody";

    public override string ServerVersion => "16.00.0000";

    public override ConnectionState State => _isOpen ? ConnectionState.Open : ConnectionState.Closed;

    /// <summary>Nothing in the service asks for it; whatever starts to is to be noticed.</summary>
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("The service keeps to the database of its address.");

    public override void Close() => _isOpen = false;

    public override void Open() => _isOpen = true;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new RecordingTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new RecordingCommand(sent) { Connection = this };
}

internal sealed class RecordingTransaction(RecordingConnection connection, IsolationLevel level) : DbTransaction
{
    public override IsolationLevel IsolationLevel => level;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }

    public override void Rollback(string savepointName)
    {
    }

    public override void Save(string savepointName)
    {
    }
}

/// <summary>The parameters are SqlClient's own, so that a value of a type that it refuses is found here.</summary>
internal sealed class RecordingCommand(Action<string> sent) : DbCommand
{
    private readonly SqlCommand _inner = new();

    [AllowNull]
    public override string CommandText
    {
        get => _inner.CommandText;
        set => _inner.CommandText = value;
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _inner.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery()
    {
        sent(CommandText);
        return 1;
    }

    public override object? ExecuteScalar()
    {
        sent(CommandText);
        return CommandText.Contains("NEXT VALUE FOR", StringComparison.Ordinal) ? 1L : null;
    }

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => _inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        sent(CommandText);
        return new OneRowReader();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();

        base.Dispose(disposing);
    }
}
