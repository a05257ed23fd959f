using VpsPanel.Infrastructure.Checks;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.OpenApi;

namespace VpsPanel.WebApi.Commands;

/// <summary>What an operator runs from the shell: <c>dotnet VpsPanel.WebApi.dll migrate</c>, <c>migrate --script</c> or <c>check</c>.</summary>
internal static class OperatorCommands
{
    /// <summary>The exit code, or null when the arguments name no command and the service shall serve.</summary>
    public static async Task<int?> Run(WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "migrate" when args.Contains("--script"):
                await Console.Out.WriteAsync(await DatabaseMigration.Script(app.Services));
                return 0;
            case "migrate":
                await DatabaseMigration.Run(app.Services, CancellationToken.None);
                return 0;
            case "seed-demo":
                await SeedDemo.Run(app.Services, CancellationToken.None);
                return 0;
            case "demo":
                await Demo(app);
                return null;
            case "check":
                return await Check(app.Services);
            case "backup":
                return await BackupCommands.Backup(app, args);
            case "restore":
                return await BackupCommands.Restore(app, args);
            case "openapi":
                await ApiDocument.Write(app, args[1]);
                return 0;
            case "routes":
                await File.WriteAllLinesAsync(args[1], RouteList.Of(app));
                return 0;
            default:
                return null;
        }
    }

    /// <summary>
    /// Migrates and seeds in the process that serves afterwards, which spares a demo two starts. A service that matters is migrated by the
    /// owner of its database, before its nodes start.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is no demo: its accounts would have passwords that everybody knows.</exception>
    private static async Task Demo(WebApplication app)
    {
        if (!app.Environment.IsEnvironment("Demo"))
            throw new InvalidOperationException("The demo runs in the environment Demo only.");

        await DatabaseMigration.Run(app.Services, CancellationToken.None);
        await SeedDemo.Run(app.Services, CancellationToken.None);
    }

    /// <summary>Looks whether the books are right; 1 when they are not.</summary>
    private static async Task<int> Check(IServiceProvider services)
    {
        var broken = 0;
        foreach (var invariant in services.GetServices<IInvariant>())
        {
            if (await invariant.Obstacle(default) is { } obstacle)
            {
                Console.WriteLine($"not checked: {invariant.Name} ({obstacle})");
                continue;
            }

            var violations = await invariant.Violations(default);
            broken += violations.Count;
            Console.WriteLine($"{(violations.Count == 0 ? "ok    " : "BROKEN")} {invariant.Name}");
            foreach (var violation in violations)
                Console.WriteLine($"       {violation}");
        }

        return broken == 0 ? 0 : 1;
    }
}
