using FluentAssertions;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

/// <summary>What every installation starts with, whichever way it starts.</summary>
public sealed class ReferenceDataTests : IAsyncLifetime
{
    private const string Mails = "'order_approved','order_rejected','provision_success','expire_reminder','password_reset'";
    private readonly PanelApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Planting_twice_at_once_leaves_everything_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _app.Send(new SeedReferenceData())));

        (await Count("email_templates", $"name in ({Mails})")).Should().Be(5);
        (await Count("permission_groups", "grants = '*'")).Should().Be(1);
        (await Count("setups", "planted <> ''")).Should().Be(1);
    }

    [Fact]
    public async Task What_an_administrator_changed_or_deleted_stays_so()
    {
        await _app.Send(new SeedReferenceData());
        var admin = await _app.Primary();
        var templates = (await admin.Http.Get("/admin/api/v1/email-templates")).Ok["items"]!.AsArray();
        var (kept, gone) = (templates[0]!, templates[1]!);
        _ = (await admin.Http.Patch($"/admin/api/v1/email-templates/{kept["id"]}", new { subject = "My words" })).Ok;
        _ = (await admin.Http.Delete($"/admin/api/v1/email-templates/{gone["id"]}")).Ok;

        await _app.Send(new SeedReferenceData());

        (await Count("email_templates", "subject = 'My words'")).Should().Be(1);
        (await Count("email_templates", $"name = '{gone["name"]}'")).Should().Be(0);
    }

    [Fact]
    public async Task A_version_that_brings_more_adds_it_at_its_first_start()
    {
        await _app.Send(new SeedReferenceData());
        await _app.Send(new SeedAccounts(PanelApp.Password));
        await _app.Change("setups", "planted = 'of an older version'", "single", 1);
        await _app.Change("email_templates", "subject = 'My words'", "id", await _app.Scalar<long>("select min(id) from email_templates"));
        await _app.Scalar<long>("delete from email_templates where name = 'password_reset' returning id");

        await _app.Restart();

        await Eventually.Become(
            async () => await Count("email_templates", $"name in ({Mails})") == 5, "the missing template is there again");
        (await Count("email_templates", "subject = 'My words'")).Should().Be(1);
    }

    private Task<long> Count(string table, string where) => _app.Scalar<long>($"select count(*) from {table} where {where}");
}
