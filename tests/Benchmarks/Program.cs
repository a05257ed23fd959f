using System.Globalization;
using VpsPanel.Benchmarks;

// What is written and read must not depend on the language of the machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// The yardsticks of build/bench.sh: what the same work costs on the same machine with nothing around it.
switch (args)
{
    case ["bare-bytes", var url, var file]:
        await BareBytes.Serve(url, await File.ReadAllBytesAsync(file));
        return 0;
    case ["bare-order", var url, var connectionString, var orderId, var userId]:
        await BareOrder.Serve(url, connectionString, long.Parse(orderId), long.Parse(userId));
        return 0;
    case ["fill-orders", var connectionString, var userId, var count]:
        await FillOrders.Run(connectionString, long.Parse(userId), int.Parse(count));
        return 0;
    case ["order-script", var connectionString, var logFile, var script, var url, var token, var body]:
        await OrderScript.Write(connectionString, key => Post(url, token, body, key), logFile, script);
        return 0;
    case ["fill-nodes", var connectionString, var count]:
        await FillNodes.Run(connectionString, int.Parse(count));
        return 0;
    case ["find-subscription", var connectionString, var planId]:
        Console.WriteLine(await FillNodes.Subscription(connectionString, long.Parse(planId)));
        return 0;
    case ["job-latency", var connectionString, var api, var userToken, var adminToken, var body]:
        Console.WriteLine(await JobLatency.Compare(connectionString, api, userToken, adminToken, body));
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: bare-bytes URL FILE | bare-order URL CONNECTION ORDER USER | fill-orders CONNECTION USER COUNT"
            + " | fill-nodes CONNECTION COUNT | find-subscription CONNECTION PLAN"
            + " | job-latency CONNECTION API USER_TOKEN ADMIN_TOKEN BODY"
            + " | order-script CONNECTION SERVER_LOG SCRIPT URL TOKEN BODY");
        return 2;
}

static async Task Post(string url, string token, string body, string key)
{
    using var http = new HttpClient();
    using var request = new HttpRequestMessage(HttpMethod.Post, url)
    {
        Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        Headers = { { "Authorization", $"Bearer {token}" }, { "Idempotency-Key", key } },
    };
    using var response = await http.SendAsync(request);
    response.EnsureSuccessStatusCode();
}
