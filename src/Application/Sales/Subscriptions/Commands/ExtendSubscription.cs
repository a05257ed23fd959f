using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Commands;

/// <summary>An admin gives days or traffic away. One that is disabled stays so.</summary>
[CommandName("subscription.extend")]
public sealed record ExtendSubscription(SubscriptionId Id, int Days, long TrafficBytes, string? IdempotencyKey)
    : ICommand<SubscriptionView>, IIdempotent, IAudited
{
    public AuditRecord Audit(object? answer) => new("subscription.extend", "subscription", Id.Value.ToString(), new { Days, TrafficBytes });
}

internal sealed class ExtendSubscriptionValidator : AbstractValidator<ExtendSubscription>
{
    public ExtendSubscriptionValidator()
    {
        RuleFor(command => command.Days).InclusiveBetween(0, PlanRules.MaxDurationDays);
        RuleFor(command => command.Days).Must((command, days) => days != 0 || command.TrafficBytes != 0)
            .WithMessage("days or traffic_bytes is required");
        RuleFor(command => command.TrafficBytes).InclusiveBetween(0, PlanRules.MaxTrafficBytes);
    }
}

internal sealed class ExtendSubscriptionHandler(
    ISubscriptions subscriptions, ITemplateChoices choices, IUnitOfWork work, ICurrentActor actor, ISettings settings, IMapper maps,
    TimeProvider clock)
    : ICommandHandler<ExtendSubscription, SubscriptionView>
{
    public async Task<Result<SubscriptionView>> Handle(ExtendSubscription command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription)
            return SubscriptionErrors.NotFound;

        subscription.Renew(
            Grant.Gift(TimeSpan.FromDays(command.Days), command.TrafficBytes, actor.Actor.Name), clock.GetUtcNow(),
            await settings.Calendar(ct));
        work.Stamp();
        return maps.Map<SubscriptionView>(subscription).With(await choices.Get(ct));
    }
}
