using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Pipeline;

/// <summary>
/// Writes down what an admin, an API key or the system did. It stands inside the unit of work, whose commit stores the row together
/// with the effect. A refusal leaves no row, and neither does a change of settings that changed none.
/// </summary>
internal sealed class AuditBehaviour<TRequest, TResponse>(IUnitOfWork work, ICurrentActor actor, SettingChanges settings)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommandMessage, IAudited
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (response.IsSuccess && actor.Kind is not (ActorKind.User or ActorKind.Anonymous) && HasDoneSomething(request))
            work.Audit(request.Audit(response.Response), actor);

        return response;
    }

    private bool HasDoneSomething(TRequest request) => request is not IChangesSettings || settings.Any;
}
