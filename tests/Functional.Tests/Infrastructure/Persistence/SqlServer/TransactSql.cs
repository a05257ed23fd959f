using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Reads texts with Microsoft's own parser, as SQL Server 2019 and 2022 do, and finds what parses and is refused nevertheless. That a
/// text is right proves its syntax only.
/// </summary>
internal static class TransactSql
{
    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase) { "count", "count_big", "sum", "min", "max", "avg" };

    /// <summary>What SQL Server of any supported version has of the functions that are written alike on both databases.</summary>
    private static readonly HashSet<string> Functions = new(Aggregates, StringComparer.OrdinalIgnoreCase)
    {
        "lower", "upper", "abs", "replace", "row_number", "round", "floor", "ceiling", "concat", "trim", "object_id", "schema_id", "db_name",
        "string_split", "openjson", "scope_identity", "len", "substring", "charindex", "isnull", "dateadd", "datediff", "datediff_big", "lag", "string_agg", "sysdatetimeoffset",
        "schema_name", "quotename", "serverproperty",
    };

    public static IReadOnlyList<string> Faults(string text)
    {
        // The younger one takes || for joined texts, which came with the cloud and SQL Server 2025, the older one does not.
        return Faults(text, new TSql150Parser(initialQuotedIdentifiers: true)) is { Count: > 0 } faults
            ? faults
            : Faults(text, new TSql160Parser(initialQuotedIdentifiers: true));
    }

    private static List<string> Faults(string text, TSqlParser parser)
    {
        using var reader = new StringReader(text);
        var script = parser.Parse(reader, out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}")];

        var faults = new Inspection();
        script.Accept(faults);
        return faults.Found;
    }

    private sealed class Inspection : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        /// <summary>The text inside is a text of ours too.</summary>
        public override void Visit(ExecutableStringList node)
        {
            foreach (var inner in node.Strings.OfType<StringLiteral>())
                Found.AddRange(Faults(inner.Value).Select(fault => $"in exec: {fault}"));
        }

        /// <summary>A property of a type in the words of SQL Server, and a conversion in those of PostgreSQL.</summary>
        public override void Visit(UserDefinedTypePropertyAccess node) => Found.Add($"line {node.StartLine}: :: converts nothing on SQL Server");

        public override void Visit(FunctionCall node)
        {
            var name = node.FunctionName.Value;
            if (!Functions.Contains(name))
                Found.Add($"line {node.StartLine}: is there a function {name} on SQL Server?");

            if (!Aggregates.Contains(name))
                return;

            var inside = new Subqueries();
            foreach (var parameter in node.Parameters)
                parameter.Accept(inside);

            if (inside.Any)
                Found.Add($"line {node.StartLine}: {name} over a subquery is refused (error 130)");
        }

        public override void Visit(QueryDerivedTable node) => RefuseOrder(node.QueryExpression);

        public override void Visit(ScalarSubquery node) => RefuseOrder(node.QueryExpression);

        public override void Visit(CommonTableExpression node) => RefuseOrder(node.QueryExpression);

        /// <summary>PostgreSQL sorts inside another query also without a limit.</summary>
        private void RefuseOrder(QueryExpression query)
        {
            if (query is QuerySpecification { OrderByClause: not null, OffsetClause: null, TopRowFilter: null })
                Found.Add($"line {query.StartLine}: an order without a limit inside another query is refused (error 1033)");
        }
    }

    private sealed class Subqueries : TSqlFragmentVisitor
    {
        public bool Any { get; private set; }

        public override void Visit(ScalarSubquery node) => Any = true;
    }
}
