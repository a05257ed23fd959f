using Npgsql;

namespace VpsPanel.Benchmarks;

/// <summary>Nodes in bulk, each with one kernel that clients speak to.</summary>
internal static class FillNodes
{
    private const string Sql =
        """
        insert into nodes (name, region, country, isp, status, tags, protocols, capacity_mbps, description, row_version, created_at, updated_at)
        select 'Bench ' || n, 'Region', 'XX', '', 'online', '[]', '["vless"]', 0, '', 1, now(), now() from generate_series(1, @count) n;

        insert into node_kernels (node_id, protocol, endpoint, revision, status, config)
        select id, 'vless', 'node' || id || '.example.com:443', '', 'configured',
               '{"flow":"xtls-rprx-vision","sni":"www.example.org","reality":{"public_key":"a-public-key","short_id":"6ba85179"}}'
        from nodes where name like 'Bench %';
        """;

    public static async Task Run(string connectionString, int count)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue("count", count);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The id of the subscription that the plan's only order opened.</summary>
    public static async Task<long> Subscription(string connectionString, long planId)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("select id from subscriptions where plan_id = @plan");
        command.Parameters.AddWithValue("plan", planId);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
