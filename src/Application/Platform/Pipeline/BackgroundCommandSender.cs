using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>Sends messages of background work: as the system, each in a scope and so in a transaction of its own.</summary>
public sealed class BackgroundCommandSender(IServiceScopeFactory scopes)
{
    public async Task<TAnswer> Send<TAnswer>(IRequest<TAnswer> message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, Guid.NewGuid().ToString("N"), null);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, ct);
    }
}
