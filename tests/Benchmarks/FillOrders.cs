using Npgsql;

namespace VpsPanel.Benchmarks;

/// <summary>Orders in bulk: a hundred of them belong to the user, the others to nobody who asks.</summary>
internal static class FillOrders
{
    private const string Sql =
        """
        insert into users (username, username_key, email, email_key, display_name, qq, phone, bio, intro, avatar, password_hash,
                           is_user, is_admin, status, row_version, created_at, updated_at)
        select 'crowd', 'crowd', 'crowd@example.com', 'crowd@example.com', '', '', '', '', '', '', '-', true, false, 'disabled', 1, now(), now()
        where not exists (select 1 from users where username_key = 'crowd');

        insert into orders (order_no, user_id, kind, status, currency, total_cents, pending_reason, rejected_reason, approved_by_name,
                            last_event_seq, payment_method, refunded_cents, row_version, created_at, updated_at)
        select 'FILL-' || n, case when n <= 100 then @user else (select id from users where username_key = 'crowd') end,
               'console', 'canceled', 'CNY', 1500, '', '', '', 1, '', 0, 1, now(), now()
        from generate_series((select count(*) from orders) + 1, @count) n;

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
