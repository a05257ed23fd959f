using System.Collections;
using System.Data.Common;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>Every result set has one row, every column of it a plain value: enough for a caller to go on to its next statement.</summary>
internal sealed class OneRowReader : DbDataReader
{
    // Some callers read on until there is nothing more.
    private const int MostResults = 100;

    private int _results = 1;
    private bool _isRead;

    /// <summary>None, so that readers which look for columns by their names stop at once.</summary>
    public override int FieldCount => 0;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override int Depth => 0;

    public override object this[int ordinal] => 1L;

    public override object this[string name] => 1L;

    public override bool Read()
    {
        var isFirst = !_isRead;
        _isRead = true;
        return isFirst;
    }

    public override bool NextResult()
    {
        _isRead = false;
        return _results++ < MostResults;
    }

    public override bool GetBoolean(int ordinal) => true;

    public override byte GetByte(int ordinal) => 1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => 'x';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override string GetDataTypeName(int ordinal) => "bigint";

    public override DateTime GetDateTime(int ordinal) => DateTime.UnixEpoch;

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();

    public override Type GetFieldType(int ordinal) => typeof(long);

    public override T GetFieldValue<T>(int ordinal) => default!;

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override string GetName(int ordinal) => "";

    public override int GetOrdinal(string name) => 0;

    public override string GetString(int ordinal) => "x";

    public override object GetValue(int ordinal) => 1L;

    public override int GetValues(object[] values) => 0;

    public override bool IsDBNull(int ordinal) => false;
}
