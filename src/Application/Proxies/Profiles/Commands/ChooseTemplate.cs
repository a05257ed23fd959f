using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles.Commands;

/// <param name="TemplateId">0 looks whether the present one is still good.</param>
public sealed record ChooseTemplate(SubscriptionId Id, long TemplateId) : ICommand<ChosenTemplateView>;

public sealed record ChosenTemplateView(long SubscriptionId, long TemplateId, UnixSeconds UpdatedAt);

internal sealed class ChooseTemplateHandler(
    ISubscriptions subscriptions, ISubscriptionTemplates templates, ITemplateChoices choices, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<ChooseTemplate, ChosenTemplateView>
{
    public async Task<Result<ChosenTemplateView>> Handle(ChooseTemplate command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription || !subscription.IsOwnedBy(actor.UserId))
            return SubscriptionErrors.NotFound;

        if (command.TemplateId == 0)
            return await Present(subscription, ct);

        var wanted = new SubscriptionTemplateId(command.TemplateId);
        if (subscription.AvailableTemplateIds is { Count: > 0 } available && !available.Contains(wanted.Value) && subscription.TemplateId != wanted)
            return TemplateErrors.NotAvailable;

        // A draft is nothing that a user could know of.
        if (await templates.Find(wanted, ct) is not { Version: > 0 })
            return TemplateErrors.NotFound;

        subscription.ChooseTemplate(wanted, clock.GetUtcNow());
        return new ChosenTemplateView(subscription.Id.Value, wanted.Value, clock.GetUtcNow());
    }

    private async Task<Result<ChosenTemplateView>> Present(Subscription subscription, CancellationToken ct)
    {
        var choose = await choices.Get(ct);
        var (inUse, _) = choose(subscription.TemplateId?.Value, subscription.AvailableTemplateIds);
        return inUse == 0 ? TemplateErrors.NotFound : new ChosenTemplateView(subscription.Id.Value, inUse, clock.GetUtcNow());
    }
}
