using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using FluentAssertions.Execution;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Shipped;

/// <content>Every route once, the end of the process in the midst of work, its second start, and what all of it left behind.</content>
public sealed partial class ShippedTests
{
    /// <summary>What the walk brings about on purpose, by a part of the line.</summary>
    private static readonly string[] OnPurpose =
    [
        "Refused a notice of", // the notices of nobody, among every route once
        "The upstream did not do", // hosts that do not exist, likewise
    ];

    [Fact]
    [Step(20)]
    public async Task Every_route_answers_without_a_failure()
    {
        var robot = await Robot();
        using var all = new AssertionScope();
        foreach (var line in RouteLines())
        {
            var (method, path, mark) = line.Split(' ') switch { var parts => (parts[0], parts[1], parts[2]) };
            var status = await Ask(method, Filled(path), mark, robot);

            // Some of them end the caller's own session.
            if (status == HttpStatusCode.Unauthorized && mark != "public")
            {
                service.Forget();
                status = await Ask(method, Filled(path), mark, robot);
            }

            ((int)status).Should().BeLessThan(500, "{0} answers {1}", line, status);
            if (mark != "public" && !mark.StartsWith("api-key:", StringComparison.Ordinal) && !path.Contains("/auth/", StringComparison.Ordinal))
                status.Should().NotBe(HttpStatusCode.Unauthorized, line);
        }

        service.Forget();
    }

    /// <summary>With numbers and words that name nothing.</summary>
    private static string Filled(string path) => Replaced(Replaced(path, @"\{\w*?[iI]d\}", "888888888"), @"\{\w+\}", "unknown");

    private static string Replaced(string path, string pattern, string by) =>
        Regex.Replace(path, pattern, by, RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<HttpStatusCode> Ask(string method, string address, string mark, HttpClient robot)
    {
        var http = mark switch
        {
            "public" => service.Client(),
            "signed-in" or "user-role" => await service.User(),
            _ when mark.StartsWith("api-key:", StringComparison.Ordinal) => robot,
            _ => await service.Admin(),
        };
        using var request = new HttpRequestMessage(new HttpMethod(method == "*" ? "GET" : method), address);
        if (method is "POST" or "PUT" or "PATCH")
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    [Fact]
    [Step(21)]
    public async Task A_stop_in_the_midst_of_work_loses_nothing_that_was_acknowledged()
    {
        var user = await service.User();
        var acknowledged = new ConcurrentBag<long>();
        var wrong = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        using var stream = await user.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/api/v1/orders/{(await Order(user)).Id}/events"), HttpCompletionOption.ResponseHeadersRead);
        var workers = Enumerable.Range(0, 3).Select(_ => Work(user, acknowledged, wrong, stop.Token)).ToList();
        await Eventually.Become(() => Task.FromResult(acknowledged.Count > 10), "work is under way");

        await service.Stop();
        await stop.CancelAsync();
        await Task.WhenAll(workers);
        await service.Start();

        wrong.Should().BeEmpty("a request is answered, or its connection ends");
        var stored = await service.Rows<long>("select id from orders");
        acknowledged.Should().BeSubsetOf(stored);
    }

    [Fact]
    [Step(22)]
    public async Task The_second_start_answers_as_the_first_and_keeps_what_there_was()
    {
        await RefuseWrongBodies();
        var user = await service.User();

        ((long)(await Get(user, "/api/v1/orders"))["total"]!).Should().BePositive();
        (await user.Post("/api/v1/auth/logout")).ShouldBeDone();
    }

    [Fact]
    [Step(30)]
    public async Task The_books_are_right_and_nothing_is_left_undone()
    {
        await Eventually.Become(
            async () => (await service.Rows<long>("select count(*) from outbox_messages where status = 'pending'")).Single() == 0,
            "every reaction has run",
            60);

        (await service.Rows<string>("select reaction || ' ' || coalesce(last_error, '') from outbox_messages")).Should().BeEmpty();
        (await service.Rows<string>("select hook || ' ' || coalesce(last_note, '') from webhook_deliveries where status = 'parked'")).Should().BeEmpty();
        var check = await service.Operate("check");
        check.ExitCode.Should().Be(0, check.Output);
        check.Output.Should().Contain("ok").And.NotContain("BROKEN");
    }

    [Fact]
    [Step(31)]
    public void The_log_has_no_warning_and_no_error_that_was_not_wanted()
    {
        var entries = Entries().Where(entry => entry.Level is "warn" or "fail" or "crit").Select(entry => entry.Text).ToList();

        entries.Where(text => !OnPurpose.Any(known => text.Contains(known, StringComparison.Ordinal))).Should().BeEmpty();
    }

    private static async Task Work(HttpClient user, ConcurrentBag<long> acknowledged, ConcurrentBag<string> wrong, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var (order, _) = await Order(user);
                acknowledged.Add(order);
                var canceled = await user.Post($"/api/v1/orders/{order}/cancel");
                if (canceled.Status != HttpStatusCode.OK)
                    wrong.Add(canceled.Text);
            }
            catch (HttpRequestException gone) when (gone.StatusCode is null)
            {
                return;
            }
            catch (Exception error) when (error is not HttpRequestException)
            {
                wrong.Add(error.Message);
                return;
            }
        }
    }

    private async Task<HttpClient> Robot()
    {
        var admin = await service.Admin();
        var made = await admin.Post("/admin/api/v1/api-keys", new { name = "every route", scopes = new[] { "robot", "node" } });
        return service.Client((string)made.Ok["api_key"]!);
    }

    /// <summary>The console's entries: a line with level and category, then the indented text.</summary>
    private IEnumerable<(string Level, string Text)> Entries()
    {
        List<string> entries = [];
        foreach (var line in service.Log)
        {
            if (line.StartsWith("      ", StringComparison.Ordinal) && entries.Count > 0)
                entries[^1] += " " + line.Trim();
            else
                entries.Add(line);
        }

        return entries.Select(entry => (entry.Split(':')[0], entry));
    }
}
