using Npgsql;

namespace VpsPanel.Benchmarks;

/// <summary>Orders in bulk: a thousand of them belong to the user, the others to nobody who asks.</summary>
internal static class FillOrders
{
    private const string Sql =
        """
        insert into orders (order_no, user_id, kind, status, currency, total_cents, pending_reason, rejected_reason, approved_by_name,
                            last_event_seq, payment_method, refunded_cents, row_version, created_at, updated_at)
        select 'FILL-' || n, case when n <= 1000 then @user else (select min(id) from users where is_admin) end,
               'console', 'canceled', 'CNY', 1500, '', '', '', 1, '', 0, 1, now() - (@count - n) * interval '1 second', now()
        from generate_series((select count(*) from orders where order_no like 'FILL-%') + 1, @count) n;

        analyze orders;
        """;

    public static async Task Run(string connectionString, long userId, int count)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(Sql);
        command.CommandTimeout = 600;
        command.Parameters.AddWithValue("user", userId);
        command.Parameters.AddWithValue("count", count);
        await command.ExecuteNonQueryAsync();
    }
}
