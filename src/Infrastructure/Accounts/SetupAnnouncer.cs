using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts.Commands;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Accounts;

/// <summary>While there is no administrator, every start prints a new set-up code; the one printed last works, on every node.</summary>
internal sealed partial class SetupAnnouncer(IServiceScopeFactory scopes, ILogger<SetupAnnouncer> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "start", null);
        var announced = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnnounceSetup(code), cancellationToken);
        if (announced is { IsSuccess: true, Value: true })
            LogCode(code);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Not installed yet. POST /api/v1/install makes the first admin; the one-time set-up code is {Code}")]
    private partial void LogCode(string code);
}
