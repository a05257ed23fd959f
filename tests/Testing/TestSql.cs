using System.Text.RegularExpressions;

namespace VpsPanel.Testing;

/// <summary>
/// Tests look at rows, and arrange some, in words of PostgreSQL. This says the few that SQL Server does not know in its own; what else
/// a test writes has to be understood by both.
/// </summary>
public static class TestSql
{
    private static readonly (Regex From, string To)[] Words =
    [
        (Of(@"\$(\d+)"), "@p$1"),
        (Of(@"^truncate\s+(?<table>\w+)(\s+cascade)?$"), "truncate table ${table}"),
        (Of(@"^\s*with\s+\w+\s+as\s+\((?<change>.+?)\s+returning\s+1\)\s+select\s+count\(\*\)\s+from\s+\w+\s*$"), "${change}; select @@rowcount"),
        (Of(@"^(?<made>\s*insert\s.+?)\s+returning\s+id\s*$"), "${made}; select cast(scope_identity() as bigint)"),
        (Of(@"^(?<change>.+?)\s+returning\s+\w+\s*$"), "${change}; select @@rowcount"),
        (Of(@"^(?<rows>(?!.*\border\s+by\b).+?)\s+limit\b"), "${rows} order by (select null) limit"),
        (Of(@"\blimit\s+(\d+|@p\d+)"), "offset 0 rows fetch next $1 rows only"),
        (Of(@"\bnow\(\)"), "sysdatetimeoffset()"),
        (Of(@"\b(?<flag>active|enabled|visible)::text"), "case when ${flag} = 1 then 'true' else 'false' end"),
        (Of(@"(?<value>[\w.]+)::text"), "cast(${value} as nvarchar(max))"),
        (Of(@"::\w+"), ""),
        (Of(@"\bextract\(epoch\s+from\s+(?<at>\w+)\)"), "datediff_big(second, '1970-01-01', ${at})"),
        (Of(@"string_agg\((?<what>[^()]+?),\s*'(?<between>[^']*)'\s+order\s+by\s+(?<by>[\w.,\s]+)\)"),
            "string_agg(${what}, '${between}') within group (order by ${by})"),
        (Of(@"(?<=[=\s])true\b(?=[\s,;)]|$)"), "1"),
        (Of(@"(?<=[=\s])false\b(?=[\s,;)]|$)"), "0"),
        (Of(@"(?<=\b(where|and)\s+)(?<flag>is_admin|success)\b(?!\s*=)"), "${flag} = 1"),
        (Of(@"(?<at>\w+)\s*\+\s*interval\s+'(?<days>\d+) days'"), "dateadd(day, ${days}, ${at})"),
        (Of(@"^select\s+(?<what>\w+)\s+is\s+not\s+null\s+from\b"), "select case when ${what} is not null then 1 else 0 end from"),
        (Of(@"\|\|"), "+"),
        (Of(@"\bhangfire\.(set|job|state|hash|jobqueue|server|list|lock|counter)\b"), "hangfire.[$1]"),
        (Of(@"(?<=hangfire\..+)\bkey\b"), "[key]"),
    ];

    public static string ForSqlServer(string sql) => Words.Aggregate(sql, (text, word) => word.From.Replace(text, word.To));

    private static Regex Of(string pattern) => new(
        pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
