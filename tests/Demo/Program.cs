using VpsPanel.Demo;

var url = args.FirstOrDefault() ?? "http://localhost:8080";
using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
var walk = new PurchaseWalk(http, Console.WriteLine, captchaCode: "12345", adminName: "admin", adminPassword: "P@ssw0rd!");
try
{
    foreach (var (at, way) in Enum.GetValues<WayToPay>().Index())
        await walk.Walk(way, fromCart: at % 2 == 0);

    Console.WriteLine("All ways to pay end at a running host.");
    return 0;
}
catch (Exception error) when (error is DemoException or HttpRequestException)
{
    await Console.Error.WriteLineAsync($"demo: {error.Message}");
    return 1;
}
