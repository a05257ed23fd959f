using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Infrastructure.Persistence.Backup;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>By PostgreSQL's own programs, against the running service.</summary>
public sealed class BackupTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vpspanel-backup-");
    private readonly string _empty = $"restored_{Guid.NewGuid():N}";

    private string Uploads => Path.Combine(_folder.FullName, "live");

    private string Backup => Path.Combine(_folder.FullName, "backup");

    public Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(Uploads, "2026"));
        File.WriteAllBytes(Path.Combine(Uploads, "2026", "logo.png"), [1, 2, 3]);
        return TestDatabase.Execute(TestDatabase.Server, $"create database {_empty}");
    }

    public async Task DisposeAsync()
    {
        await TestDatabase.Drop(TestDatabase.For(_empty));
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_backed_up_while_customers_wrote_is_whole_where_it_is_restored()
    {
        if (TestDatabase.IsSqlServer)
            return; // The command prints what to run there.

        var (shop, user) = (await Shop.Open(app), await app.NewUser());
        await app.Fund(user, 5000);
        _ = await user.OrderId(shop);
        using var stop = new CancellationTokenSource();
        var writes = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
                _ = (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 1 + (number % 3), note = "while it is dumped" })).Ok;
        });
        var last = await app.Scalar<long>("select max(id) from wallet_entries");

        var manifest = await At(app.ConnectionString, Uploads).Write(Backup, default);
        await stop.CancelAsync();
        await writes;
        var restored = await At(TestDatabase.For(_empty), Path.Combine(_folder.FullName, "restored")).Restore(Backup, default);

        restored.Should().BeEquivalentTo(manifest);
        manifest.Rows["orders"].Should().BePositive();
        manifest.Files.Should().Be(1);
        File.ReadAllBytes(Path.Combine(_folder.FullName, "restored", "2026", "logo.png")).Should().Equal(1, 2, 3);
        (await TestDatabase.Scalar(TestDatabase.For(_empty), "select max(id) from wallet_entries")).Should().Be(last);
        await using var host = new PanelHost(TestDatabase.For(_empty));
        foreach (var invariant in host.Services.GetServices<IInvariant>())
        {
            if (await invariant.Obstacle(default) is null)
                (await invariant.Violations(default)).Should().BeEmpty(invariant.Name);
        }

        // The ledger of the copy refuses changes like the first one.
        var change = () => TestDatabase.Execute(TestDatabase.For(_empty), "update wallet_entries set amount_cents = amount_cents + 1");
        await change.Should().ThrowAsync<PostgresException>();
    }

    [Fact]
    public async Task A_backup_is_refused_into_a_folder_that_holds_something_and_a_restore_over_anything_or_with_another_key()
    {
        if (TestDatabase.IsSqlServer)
            return; // The command prints what to run there.

        _ = await At(app.ConnectionString, Uploads).Write(Backup, default);
        var restored = Path.Combine(_folder.FullName, "restored");

        await Refused(() => At(app.ConnectionString, Uploads).Write(Backup, default), "*is not empty*");
        await Refused(() => At(app.ConnectionString, restored).Restore(Backup, default), "The database is not empty*");
        await Refused(() => At(TestDatabase.For(_empty), Uploads).Restore(Backup, default), "*(Storage:Path) is not empty.");
        await Refused(() => At(TestDatabase.For(_empty), restored, "another key, as long as it has to be").Restore(Backup, default), "Secrets:Key is not the key*");
        await Refused(() => At(TestDatabase.For(_empty), restored).Restore(Uploads, default), "*manifest.json is missing*");
        File.WriteAllText(Path.Combine(Backup, BackupManifest.FileName), "{}");
        await Refused(() => At(TestDatabase.For(_empty), restored).Restore(Backup, default), "*cannot be read*");
        (await TestDatabase.Scalar(TestDatabase.For(_empty), "select count(*) from pg_tables where schemaname = 'public'")).Should().Be(0L);
    }

    private static async Task Refused(Func<Task> act, string message) =>
        (await act.Should().ThrowAsync<InvalidOperationException>()).WithMessage(message);

    private static PostgresBackup At(string connection, string uploads, string secretsKey = PanelHost.SecretsKey) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = connection,
            ["Secrets:Key"] = secretsKey,
            ["Auth:SigningKey"] = PanelHost.SigningKey,
        }).Build(),
        uploads,
        TimeProvider.System);
}
