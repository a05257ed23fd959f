using System.Reflection;
using Dapper;
using FluentAssertions;
using Npgsql;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>
/// How PostgreSQL reads the lists that grow. Sequential scans are switched off, so that one which is left says that no index serves.
/// </summary>
public sealed class ListPlanTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private static readonly string[] Big =
        ["orders", "order_items", "users", "vps", "audit_logs", "wallet_entries", "wallet_orders", "notifications", "outbox_messages", "webhook_deliveries"];

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The text of a list, and what is asked for.</summary>
    public static readonly TheoryData<string, string> Lists = new()
    {
        { "Application.Sales.VpsOrders.Queries.ListMyOrdersHandler.Rows", "UserId=1" },
        { "Application.Sales.VpsOrders.Queries.ListMyOrdersHandler.Rows", "UserId=1;Status=active" },
        { "Application.Sales.VpsOrders.Queries.ListMyOrdersHandler.Count", "UserId=1" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Rows", "" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Rows", "Status=active" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Rows", "UserId=1" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Rows", "OrderNo=%fill-77%" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Found", "Keyword=%fill-77%;Most=20" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Found", "Keyword=fi%;Most=20" },
        { "Application.Sales.VpsOrders.Queries.ListOrdersHandler.Exact", "OrderNo=FILL-77" },
        { "Application.Identity.Users.Queries.ListUsersHandler.Rows", "" },
        { "Application.Identity.Users.Queries.ListUsersHandler.Rows", "Keyword=%crowd77%" },
        { "Application.Identity.Users.Queries.ListUsersHandler.Rows", "Keyword=cr%" },
        { "Application.Platform.Audit.Queries.AuditLogs.Rows", "AdminId=-1" },
        { "Application.Platform.Audit.Queries.AuditLogs.Rows", "AdminId=1" },
        { "Application.Platform.Audit.Queries.AuditLogs.Rows", "AdminId=-1;Action=order.approve" },
        { "Application.Platform.Audit.Queries.AuditLogs.Rows", "AdminId=-1;TargetType=order;TargetId=12" },
        { "Application.Billing.Wallets.Queries.WalletTransactions.Rows", "UserId=1" },
        { "Application.Billing.Wallets.Queries.ListMyWalletOrdersHandler.Rows", "UserId=1" },
        { "Application.Billing.Wallets.Queries.ListWalletOrdersHandler.Rows", "UserId=-1" },
        { "Application.Billing.Wallets.Queries.ListWalletOrdersHandler.Rows", "UserId=-1;Status=pending" },
        { "Application.Engagement.Notifications.Queries.ListMyNotificationsHandler.Rows", "UserId=1;Status=" },
        { "Application.Engagement.Notifications.Queries.ListMyNotificationsHandler.Rows", "UserId=1;Status=unread" },
        { "Application.Engagement.Notifications.Queries.ListMyNotificationsHandler.Count", "UserId=1;Status=unread" },
        { "Application.Servers.Admin.ListVpsHandler.Rows", "" },
        { "Application.Servers.Admin.ListVpsHandler.Rows", "Status=running" },
        { "Application.Servers.Admin.ListVpsHandler.Rows", "UserId=1" },
        { "Application.Sales.PlanOrders.Queries.MyPlanOrders.Rows", "UserId=1;SortBy=created desc" },
        { "Application.Engagement.Exports.ExportOrdersHandler.Rows", "" },
        { "Application.Engagement.Exports.ExportLedgerHandler.Rows", "" },
    };

    public Task InitializeAsync() => TestDatabase.Execute(
        app.ConnectionString,
        """
        insert into users (username, username_key, email, email_key, display_name, qq, phone, bio, intro, avatar, language, password_hash,
                           is_user, is_admin, status, row_version, created_at, updated_at)
        select concat('crowd', n), concat('crowd', n), concat('crowd', n, '@example.com'), concat('crowd', n, '@example.com'), '', '', '', '', '', '', '',
               '-', true, false, 'active', 1, now(), now()
        from generate_series(1, 2000) n
        on conflict do nothing;

        insert into orders (order_no, user_id, kind, status, currency, total_cents, pending_reason, rejected_reason, approved_by_name,
                            last_event_seq, payment_method, refunded_cents, row_version, created_at, updated_at)
        select concat('FILL-', n), (select min(id) from users) + n % 500, 'console', 'canceled', 'CNY', 1500, '', '', '', 1, '', 0, 1,
               now() - n * interval '1 second', now()
        from generate_series(1, 20000) n
        on conflict do nothing;

        analyze;
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_that_grows_is_read_by_an_index(string name, string asked)
    {
        var field = SqlTexts.All.Single(text => SqlTexts.Name(text).EndsWith(name, StringComparison.Ordinal) || SqlTexts.Name(text) == name);
        var arguments = Arguments(field.FieldType.GenericTypeArguments[0], asked);
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using (var command = new NpgsqlCommand("set enable_seqscan = off; set plan_cache_mode = force_custom_plan", connection))
            await command.ExecuteNonQueryAsync();

        var plan = string.Join('\n', await connection.QueryAsync<string>(new CommandDefinition($"explain {SqlTexts.TextOf(field)}", arguments)));

        Big.Where(table => plan.Contains($"Seq Scan on {table}", StringComparison.Ordinal)).Should().BeEmpty(plan);
    }

    private static DynamicParameters Arguments(Type type, string asked)
    {
        var given = asked.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var values = new DynamicParameters();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var text = given.GetValueOrDefault(property.Name);
            object? value = kind == typeof(string) ? text ?? (IsBlank(type, property) ? "" : null)
                : kind == typeof(DateTimeOffset) ? Start
                : property.Name == "Take" ? 20
                : text is not null ? Convert.ChangeType(text, kind, System.Globalization.CultureInfo.InvariantCulture)
                : Activator.CreateInstance(kind);
            values.Add(property.Name, value, value is null ? System.Data.DbType.String : null);
        }

        return values;
    }

    /// <summary>A text that may not be null asks for nothing when it is blank.</summary>
    private static bool IsBlank(Type type, PropertyInfo property) => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(made => made.GetParameters())
        .Any(parameter => parameter.Name == property.Name && parameter.ParameterType == typeof(string)
            && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.NotNull);
}
