using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Subscriptions;
using VpsPanel.Application.SubscriptionTemplates;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.Delivery.Commands;

/// <param name="TemplateId">0 looks whether the present one is still good.</param>
public sealed record ChooseTemplate(SubscriptionId Id, long TemplateId) : ICommand<ChosenTemplateView>;

public sealed record ChosenTemplateView(long SubscriptionId, long TemplateId, UnixSeconds UpdatedAt);

internal sealed class ChooseTemplateHandler(
    ISubscriptions subscriptions, ISubscriptionTemplates templates, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<ChooseTemplate, ChosenTemplateView>
{
    public async Task<Result<ChosenTemplateView>> Handle(ChooseTemplate command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription || !subscription.IsOwnedBy(actor.UserId))
            return SubscriptionErrors.NotFound;

        var wanted = command.TemplateId == 0 ? subscription.TemplateId : new SubscriptionTemplateId(command.TemplateId);
        if (subscription.AvailableTemplateIds is { Count: > 0 } available && !available.Contains(wanted?.Value ?? 0))
            return TemplateErrors.NotAvailable;

        // A draft is nothing that a user could know of.
        if (wanted is not { } id || await templates.Find(id, ct) is not { Version: > 0 })
            return TemplateErrors.NotFound;

        subscription.ChooseTemplate(id, clock.GetUtcNow());
        return new ChosenTemplateView(subscription.Id.Value, id.Value, clock.GetUtcNow());
    }
}
