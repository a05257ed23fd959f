using System.Diagnostics;
using FluentAssertions;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

/// <summary>What an operator runs from the shell, as its own process.</summary>
public sealed class CheckCommandTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task It_ends_with_zero_while_the_books_are_right_and_names_what_is_wrong_otherwise()
    {
        var admin = await app.NewAdmin("wallet.*");
        var user = await app.NewUserWith(5, admin);
        var wallet = await app.Scalar<long>("select id from wallets where user_id = $1", user.Id.Value);

        var (right, clean) = await Check();
        await LedgerSql.Execute(
            app, "set session_replication_role = replica; update wallets set balance_cents = 501 where id = @w", wallet);
        var (wrong, broken) = await Check();

        (right, wrong).Should().Be((0, 1));
        clean.Should().Contain("ok ").And.NotContain("BROKEN");
        broken.Should().Contain("BROKEN").And.Contain($"wallet {wallet} holds 501 but its entries add up to 500");
    }

    private async Task<(int ExitCode, string Output)> Check()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ErrorBody).Assembly.Location, "check"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["Database__ConnectionString"] = app.ConnectionString;
        start.Environment["Auth__SigningKey"] = "a signing key for tests, long enough to pass";
        start.Environment["Secrets__Key"] = "a key for stored secrets in tests, long enough";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, output);
    }
}
