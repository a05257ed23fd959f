using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace VpsPanel.Benchmarks;

/// <summary>
/// From the commit that needs a VPS to the start of its background job, against a bare <c>Enqueue</c> of the same engine on the same
/// database, in turns. Both are medians.
/// </summary>
internal sealed class JobLatency(string connectionString, HttpClient customer, HttpClient admin, string body)
{
    private const string BareSchema = "bench_hangfire";
    private const int WarmUp = 5;
    private const int Rounds = 25;

    private const string Delay =
        """
        select extract(epoch from s.createdat - j.queued_at) * 1000
        from provision_jobs j
        join hangfire.state s on s.jobid::text = j.background_job_id and s.name = 'Processing'
        where j.order_id = $1
        order by s.id
        limit 1
        """;

    public static async Task<string> Compare(string connectionString, string api, string userToken, string adminToken, string body)
    {
        using var customer = Client(api, userToken);
        using var admin = Client(api, adminToken);
        var latency = new JobLatency(connectionString, customer, admin, body);

        var storage = new PostgreSqlStorage(
            new NpgsqlConnectionFactory(connectionString, new PostgreSqlStorageOptions { SchemaName = BareSchema }),
            new PostgreSqlStorageOptions { SchemaName = BareSchema });
        using var server = new BackgroundJobServer(storage);
        var (bare, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            bare.Add(await Bare(new BackgroundJobClient(storage)));
            ours.Add(await latency.Ours());
        }

        var (bareMedian, oursMedian) = (Median(bare), Median(ours));
        return string.Create(CultureInfo.InvariantCulture, $"{oursMedian / bareMedian:0.00} {oursMedian:0.0} {bareMedian:0.0}");
    }

    /// <summary>Milliseconds from the call of Enqueue, which commits, to the first line of the job.</summary>
    private static async Task<double> Bare(BackgroundJobClient client)
    {
        var started = BareJob.Expect();
        var from = Stopwatch.GetTimestamp();
        client.Enqueue(() => BareJob.Run());
        return Stopwatch.GetElapsedTime(from, await started.WaitAsync(TimeSpan.FromMinutes(1))).TotalMilliseconds;
    }

    /// <summary>Milliseconds from when the order was approved, by the row that the transaction wrote, to the state that the engine wrote.</summary>
    private async Task<double> Ours()
    {
        var order = (long)(await Post(customer, "/api/v1/orders/items", body))["order"]!["id"]!;
        await Post(admin, $"/admin/api/v1/orders/{order}/mark-paid", """{"method":"bank_transfer"}""");
        await Post(admin, $"/admin/api/v1/orders/{order}/approve", "{}");

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
        {
            await using var look = new NpgsqlCommand(Delay, connection) { Parameters = { new() { Value = order } } };
            if (await look.ExecuteScalarAsync() is decimal milliseconds)
                return (double)milliseconds;
        }

        throw new TimeoutException($"No job of order {order} has started.");
    }

    private static double Median(List<double> values) => values.Skip(WarmUp).Order().ElementAt(Rounds / 2);

    private static HttpClient Client(string api, string token) => new()
    {
        BaseAddress = new Uri(api),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private static async Task<JsonNode> Post(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(answer)!
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {answer}");
    }
}
