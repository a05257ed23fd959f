using Microsoft.EntityFrameworkCore;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.OpenApi;

namespace VpsPanel.WebApi.Commands;

/// <summary>What an operator runs from the shell: <c>dotnet VpsPanel.WebApi.dll migrate</c>.</summary>
internal static class OperatorCommands
{
    /// <summary>The exit code, or null when the arguments name no command and the service shall serve.</summary>
    public static async Task<int?> Run(WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "migrate":
                await Migrate(app.Services);
                return 0;
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

    private static async Task Migrate(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PanelDb>().Database.MigrateAsync();
    }
}
