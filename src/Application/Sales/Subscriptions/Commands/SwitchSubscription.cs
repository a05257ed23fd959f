using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Commands;

/// <summary>An admin stops a subscription, or lets it go on. Its days run in either case.</summary>
public sealed record SwitchSubscription(SubscriptionId Id, bool On) : ICommand<SubscriptionView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new(On ? "subscription.enable" : "subscription.disable", "subscription", Id.Value.ToString());
}

internal sealed class SwitchSubscriptionHandler(
    ISubscriptions subscriptions, ITemplateChoices choices, IUnitOfWork work, IMapper maps, TimeProvider clock)
    : ICommandHandler<SwitchSubscription, SubscriptionView>
{
    public async Task<Result<SubscriptionView>> Handle(SwitchSubscription command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription)
            return SubscriptionErrors.NotFound;

        if (command.On)
            subscription.Enable(clock.GetUtcNow());
        else
            subscription.Disable();

        work.Stamp();
        return maps.Map<SubscriptionView>(subscription).With(await choices.Get(ct));
    }
}
