using System.Globalization;
using VpsPanel.Demo;

// What is written and read must not depend on the language of the machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

var full = args.Contains("--full");
var url = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? "http://localhost:8080";
using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
var walk = new PurchaseWalk(http, Console.WriteLine, captchaCode: "12345", adminName: "admin", adminPassword: "P@ssw0rd!");
try
{
    Purchase? last = null;
    foreach (var (at, way) in Enum.GetValues<PayOrderRequest>().Index())
        last = await walk.Walk(way, fromCart: at % 2 == 0);

    if (full)
    {
        await new LifeWalk(last!, Console.WriteLine).Walk();
        await new OperatorWalk(last!.Admin, Console.WriteLine).Walk();
    }

    Console.WriteLine(
        full ? "All ways to pay end at a running host, and its life at the money's return." : "All ways to pay end at a running host.");
    return 0;
}
catch (Exception error) when (error is DemoException or HttpRequestException)
{
    await Console.Error.WriteLineAsync($"demo: {error.Message}");
    return 1;
}
