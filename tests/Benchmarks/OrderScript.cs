using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace VpsPanel.Benchmarks;

/// <summary>
/// Places one order while the server logs every statement, and writes what one transaction of the service does as a script for
/// pgbench, so that the yardstick cannot drift from the code.
/// </summary>
internal static partial class OrderScript
{
    private const string Mark = "@@";

    public static async Task Write(string connectionString, Func<string, Task> placeOrder, string logFile, string script)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Run(
            source, "alter system set log_line_prefix = '@@%p|'", "alter system set log_statement = 'all'", "select pg_reload_conf()");
        var firstIds = await SpreadSequences(source);
        await Task.Delay(TimeSpan.FromSeconds(1));

        var start = new FileInfo(logFile).Length;
        var key = $"capture-{Guid.NewGuid():N}";
        await placeOrder(key);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Run(source, "alter system reset log_line_prefix", "alter system reset log_statement", "select pg_reload_conf()");

        await using var log = File.OpenRead(logFile);
        log.Seek(start, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        var statements = Statements(await reader.ReadToEndAsync()).ToList();
        var insert = statements.Find(statement => statement.Text.StartsWith("INSERT INTO orders ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The log shows no order.");
        var mine = statements.Where(statement => statement.Pid == insert.Pid)
            .SkipWhile(statement => !statement.Text.StartsWith("BEGIN", StringComparison.Ordinal)).ToList();
        var end = mine.FindIndex(statement => statement.Text == "COMMIT");
        var lookUp = statements.Where(statement => statement.Text.StartsWith("SELECT", StringComparison.Ordinal)
            && statement.Text.Contains("FROM idempotency_keys", StringComparison.Ordinal)).Take(1);
        await File.WriteAllTextAsync(script, Script([mine[0], .. lookUp, .. mine[1..(end + 1)]], firstIds, key));
    }

    private static string Script(IReadOnlyList<Statement> statements, Dictionary<string, long> firstIds, string key)
    {
        // What must be unique is the key, and the number that the order's insert shows.
        var order = statements.Single(statement => statement.Text.StartsWith("INSERT INTO orders ", StringComparison.Ordinal));
        var number = order.Values.Values.Single(value => value?.StartsWith("'ORD-", StringComparison.Ordinal) == true)!;
        Dictionary<string, string> places = new() { [$"'{key}'"] = "concat('key-', :n::bigint)", [number] = "concat('ORD-', :n::bigint)" };
        var text = new StringBuilder("\\set n random(1, 9000000000000000)\n");
        foreach (var (at, statement) in statements.Index())
        {
            var table = InsertedTable().Match(statement.Text) is { Success: true } match ? match.Groups["table"].Value : null;
            text.Append(Parameter().Replace(statement.Text, place => Literal(statement.Values[place.Value]!, places)));
            if (table is null || !statement.Text.Contains("RETURNING id", StringComparison.Ordinal))
            {
                text.Append(";\n");
                continue;
            }

            text.Append(" \\gset r").Append(at).Append("_\n");
            places[$"'{firstIds[table]++}'"] = $":r{at}_id";
        }

        return text.ToString();
    }

    private static string Literal(string value, Dictionary<string, string> places)
    {
        if (places.TryGetValue(value, out var place))
            return place;

        // pgbench takes a colon for the start of a variable, inside quotes too.
        return value.Contains(':', StringComparison.Ordinal) ? $"E{value.Replace(@"\", @"\\").Replace(":", @"\072")}" : value;
    }

    /// <summary>Far apart and above all earlier ones, so that an id in the log says by itself which row it is.</summary>
    private static async Task<Dictionary<string, long>> SpreadSequences(NpgsqlDataSource source)
    {
        Dictionary<string, long> first = [];
        foreach (var (at, table) in new[] { "orders", "order_items", "order_events", "idempotency_keys", "outbox_messages" }.Index())
        {
            first[table] = ((at + 1) * 10_000_000_000_000L) + TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            await Run(source, $"select setval(pg_get_serial_sequence('{table}', 'id'), {first[table]}, false)");
        }

        return first;
    }

    private static IEnumerable<Statement> Statements(string log)
    {
        Statement? last = null;
        foreach (var line in log.Split($"\n{Mark}").Select(line => line.StartsWith(Mark, StringComparison.Ordinal) ? line[2..] : line))
        {
            var match = Line().Match(line);
            if (!match.Success)
                continue;

            var rest = match.Groups["rest"].Value.TrimEnd().Replace("\n\t", "\n");
            if (match.Groups["level"].Value == "DETAIL")
            {
                foreach (Match value in Value().Matches(rest))
                    last!.Values[value.Groups["name"].Value] = value.Groups["value"].Value;
            }
            else
            {
                last = new Statement(match.Groups["pid"].Value, Text().Replace(rest, ""), []);
                yield return last;
            }
        }
    }

    private static async Task Run(NpgsqlDataSource source, params string[] statements)
    {
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    [GeneratedRegex(@"^(?<pid>\d+)\|(?<level>LOG|DETAIL):  (?<rest>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(execute [^:]*|statement): ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<name>\$\d+) = (?<value>NULL|'([^']|'')*')", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\$\d+", RegexOptions.None, 10_000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^INSERT INTO (?<table>\w+) ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InsertedTable();

    private sealed record Statement(string Pid, string Text, Dictionary<string, string?> Values);
}
