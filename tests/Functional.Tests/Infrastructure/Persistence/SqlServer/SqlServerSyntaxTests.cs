using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Hangfire.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Security;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Every text that SQL Server could be sent is read by Microsoft's parser. That proves the syntax and nothing else: names, types and
/// plans are only proved by a run on a server.
/// </summary>
public sealed partial class SqlServerSyntaxTests
{
    public static TheoryData<string> Names() => [.. SqlTexts.All.Select(SqlTexts.Name)];

    public static TheoryData<string> Callers() => [.. Replay.Callers.Select(type => type.FullName!)];

    public static TheoryData<string> Entities()
    {
        using var db = new DesignTimeFactory().CreateDbContext(["sqlserver"]);
        return [.. db.Model.GetEntityTypes().Select(entity => entity.Name)];
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Script)]
    [InlineData(MigrationsSqlGenerationOptions.Script | MigrationsSqlGenerationOptions.Idempotent)]
    public void The_migrations_are_SQL_Servers(MigrationsSqlGenerationOptions options)
    {
        using var db = new DesignTimeFactory().CreateDbContext(["sqlserver"]);

        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        TransactSql.Faults(script).Should().BeEmpty();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()))
            script.Should().Contain($"CREATE TABLE [{table}]");

        script.Should().Contain("tr_audit_logs_append_only").And.Contain("tr_wallet_entries_append_only")
            .And.Contain("read_committed_snapshot");
    }

    [Fact]
    public void The_job_engines_own_script_is_SQL_Servers() =>
        TransactSql.Faults(SqlServerObjectsInstaller.GetInstallScript("hangfire", enableHeavyMigrations: false)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_text_of_a_list_is_SQL_Servers(string name)
    {
        List<string> sent = [];
        var field = SqlTexts.Get(name);
        var run = typeof(SqlServerSyntaxTests).GetMethod(nameof(List), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(field.FieldType.GenericTypeArguments);

        await (Task)run.Invoke(null, [new ReadDb(new RecordingSource(sent.Add), new CachedTotals(TimeProvider.System), new SqlServerDialect()), field.GetValue(null)])!;

        TransactSql.Faults(sent.Should().ContainSingle().Subject).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Everything_that_talks_to_the_database_sends_what_is_SQL_Servers(string name)
    {
        await using var replay = new Replay();
        var type = typeof(PanelDb).Assembly.GetType(name)!;

        var calls = await replay.Call(type);

        if (type.GetConstructors().Any(made => made.GetParameters().Any(parameter => parameter.ParameterType == typeof(PanelDb))))
            calls.Should().OnlyContain(call => call.Sent > 0 || Silent.Contains($"{type.Name}.{call.Method}"));

        AllAreSqlServers(replay.Sent);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Every_entity_is_inserted_changed_and_deleted_in_SQL_Servers_words(string name)
    {
        List<string> sent = [];
        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
            await Save(sent, name, state, 1);

        await Save(sent, name, EntityState.Added, 5);

        await using var db = Replay.Context(sent.Add);
        var table = db.Model.FindEntityType(name)!.GetTableName();
        sent.Should().Contain(text => text.Contains($"INSERT INTO [{table}]"))
            .And.Contain(text => text.Contains($"UPDATE [{table}]") || IsOnlyAKey(db, name))
            .And.Contain(text => text.Contains($"DELETE FROM [{table}]"));
        AllAreSqlServers(sent);
    }

    /// <summary>A text that nothing above sends would be read by nobody.</summary>
    [Fact]
    public async Task No_text_is_left_out()
    {
        await using var replay = new Replay();
        foreach (var type in Replay.Callers)
            await replay.Call(type);

        await SweepAttempts(replay);
        await CountList(replay);
        var sent = replay.Sent.Select(Squeezed).ToList();
        var known = SqlTexts.All.Select(field => Squeezed(SqlTexts.TextOf(field))).ToHashSet();
        var texts = new[] { typeof(IReadDb).Assembly, typeof(PanelDb).Assembly, typeof(VpsPanel.WebApi.Http.ErrorBody).Assembly }
            .SelectMany(assembly => Literals(assembly, type => !type.FullName.Contains("Postgres", StringComparison.Ordinal))).Select(Squeezed).Where(text => !known.Contains(text)).Distinct().ToList();

        texts.Should().NotBeEmpty();
        texts.Where(text => !sent.Any(whole => whole.Contains(Beginning(text), StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
        AllAreSqlServers(replay.Sent);
    }

    /// <summary>The run on a server needs the tests' own looks at rows to be understood there.</summary>
    [Fact]
    public void What_the_tests_look_at_rows_with_can_be_said_on_SQL_Server()
    {
        var texts = Literals(typeof(SqlServerSyntaxTests).Assembly, type => type.Namespace != typeof(SqlServerSyntaxTests).Namespace)
            .Where(text => IsWhole(text) && !OfPostgresAlone.Any(text.Contains)).ToList();

        texts.Should().NotBeEmpty();
        AllAreSqlServers(texts.Select(TestSql.ForSqlServer));
    }

    /// <summary>In tests that look into PostgreSQL's own lists, or arrange much in one statement; they fail on SQL Server.</summary>
    private static readonly string[] OfPostgresAlone =
        ["pg_", "session_replication_role", "for update", "information_schema", "generate_series", "timestamptz"];

    /// <summary>Not a piece of a text that is put together.</summary>
    private static bool IsWhole(string text) => !text.Contains('{', StringComparison.Ordinal) && !text.EndsWith(' ')
        && text.Count(letter => letter == '\'') % 2 == 0 && text.Count(letter => letter == '(') == text.Count(letter => letter == ')');

    /// <summary>Asynchronous methods of classes with a context that send nothing by themselves, or only once for a block of keys.</summary>
    private static readonly HashSet<string> Silent = ["PlanGroups.Add", "Orders.Add", "WalletOrders.Add"];

    private static void AllAreSqlServers(IEnumerable<string> texts) =>
        string.Join("\n\n", texts.SelectMany(text => TransactSql.Faults(text).Select(fault => $"{fault}\n{text}"))).Should().BeEmpty();

    private static Task<IReadOnlyList<TRow>> List<TArgs, TRow>(IReadDb db, Sql<TArgs, TRow> sql)
        where TArgs : class => db.List(sql, (TArgs)SqlTexts.Sample(typeof(TArgs)), default);

    private static async Task Save(List<string> sent, string name, EntityState state, int count)
    {
        await using var db = Replay.Context(sent.Add);
        var type = db.Model.FindEntityType(name)!;
        for (var at = 1; at <= count; at++)
            Track(db, type, state, at);

        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (error is DbUpdateException or InvalidOperationException)
        {
            // The answer has only one row and no right values.
        }
    }

    private static EntityEntry Track(PanelDb db, IEntityType type, EntityState state, int key)
    {
        var entity = Replay.Sample(type.ClrType)!;
        var entry = db.Entry(entity);
        foreach (var property in type.GetProperties())
        {
            var isNumbered = property.ValueGenerated == ValueGenerated.OnAdd && state == EntityState.Added;
            if (!isNumbered && (property.IsKey() || property.IsForeignKey() || !property.IsNullable))
                entry.Property(property.Name).CurrentValue = property.IsKey() ? Key(property, key) : Replay.Sample(property.ClrType);
        }

        foreach (var complex in type.GetComplexProperties())
            entry.ComplexProperty(complex.Name).CurrentValue = Replay.Sample(complex.ClrType);

        entry.State = state;
        return entry;
    }

    private static object? Key(IProperty property, int key)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(string))
            return $"x{key}";
        if (type == typeof(int))
            return key;

        return type == typeof(long) ? (long)key : property.GetValueConverter()!.ConvertFromProvider((long)key);
    }

    private static bool IsOnlyAKey(PanelDb db, string name) => db.Model.FindEntityType(name)!.GetProperties().All(property => property.IsKey());

    private static async Task SweepAttempts(Replay replay)
    {
        await using var scope = replay.Scope();
        var log = ActivatorUtilities.CreateInstance<AttemptLog>(scope.ServiceProvider);
        await log.Settle(new Attempt("x", null), wasRight: false);
        await log.Settle(new Attempt("x", null), wasRight: true);
        for (var at = 0; at < 10_000 && !replay.Sent.Any(text => text.EndsWith("where at < @old", StringComparison.Ordinal)); at++)
            await log.Settle(new Attempt("x", null), wasRight: true);
    }

    private static async Task CountList(Replay replay)
    {
        await using var scope = replay.Scope();
        var users = new Sql<NoArgs, long>("select cast(count(*) as bigint) from users");
        await scope.ServiceProvider.GetRequiredService<IReadDb>().Total(users, NoArgs.Value, default);
    }

    /// <summary>What begins like a statement in the compiled code.</summary>
    /// <param name="counts">Not PostgreSQL's side of what exists twice.</param>
    private static List<string> Literals(Assembly assembly, Func<TypeDefinition, bool> counts)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return module.GetTypes().Where(counts)
            .SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Where(step => step.OpCode == OpCodes.Ldstr)
            .Select(step => (string)step.Operand).Where(text => Statement().IsMatch(text) && text != "select version from hangfire.schema").ToList();
    }

    private static string Squeezed(string text) => Blanks().Replace(text, " ").Trim();

    private static string Beginning(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var whole = open > 0 ? text[..open] : text;
        return whole[..Math.Min(whole.Length, 80)].Trim();
    }

    [GeneratedRegex(@"^\s*(select\s|insert\s+into\s+\w+\s*\(|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\(|merge\s+into\s|exec[\s(])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
