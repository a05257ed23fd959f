using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application;

/// <summary>
/// Sends the commands of an <see cref="IUpstreamCommand{TAnswer}"/>: as the same actor, each in a scope and so in a transaction of its own.
/// </summary>
public sealed class CommandSender(IServiceScopeFactory scopes, RequestContext context)
{
    public async Task<TAnswer> Send<TAnswer>(IRequest<TAnswer> message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetAs(context);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, ct);
    }
}
