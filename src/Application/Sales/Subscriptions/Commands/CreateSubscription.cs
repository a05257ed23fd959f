using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Commands;

/// <summary>An admin gives a subscription away. What is null comes from the plan.</summary>
/// <param name="PlanId">Null for one without a plan, which needs a name and days.</param>
/// <param name="TrafficTotalBytes">0 for no limit.</param>
/// <param name="DevicesLimit">0 for no limit.</param>
public sealed record CreateSubscription(
    UserId UserId, PlanId? PlanId, string? Name, int? DurationDays, long? TrafficTotalBytes, int? DevicesLimit)
    : ICommand<SubscriptionView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("subscription.create", "subscription", ((SubscriptionView)answer!).Id.ToString(), new { UserId = UserId.Value, DurationDays });
}

internal sealed class CreateSubscriptionValidator : AbstractValidator<CreateSubscription>
{
    public CreateSubscriptionValidator()
    {
        RuleFor(command => command.UserId).Must(user => user.Value > 0).WithMessage("user_id is required");
        RuleFor(command => command.Name).MaximumLength(Subscription.MaxName);
        RuleFor(command => command.Name).Must((command, name) => command.PlanId is not null || !string.IsNullOrWhiteSpace(name))
            .WithMessage("name is required without a plan");
        RuleFor(command => command.DurationDays).InclusiveBetween(1, PlanRules.MaxDurationDays);
        RuleFor(command => command.DurationDays).NotNull().When(command => command.PlanId is null);
        RuleFor(command => command.TrafficTotalBytes).InclusiveBetween(0, PlanRules.MaxTrafficBytes);
        RuleFor(command => command.DevicesLimit).InclusiveBetween(0, PlanRules.MaxDevices);
    }
}

internal sealed class CreateSubscriptionHandler(
    IUsers users,
    IPlans plans,
    ISubscriptions subscriptions,
    ITemplateChoices choices,
    SubscriptionSecrets secrets,
    ICurrentActor actor,
    ISettings settings,
    IMapper maps,
    TimeProvider clock) : ICommandHandler<CreateSubscription, SubscriptionView>
{
    public async Task<Result<SubscriptionView>> Handle(CreateSubscription command, CancellationToken ct)
    {
        if (await users.Find(command.UserId, ct) is null)
            return WalletErrors.UserNotFound;

        Plan? plan = null;
        if (command.PlanId is { } wanted)
        {
            plan = await plans.Find(wanted, ct);
            if (plan is null)
                return PlanErrors.NotFound;

            if (await subscriptions.FindOf(command.UserId, wanted, ct) is not null)
                return SubscriptionErrors.Exists;
        }

        var made = Open(command, plan, await settings.Calendar(ct));
        await subscriptions.Add(made, ct);
        return maps.Map<SubscriptionView>(made).With(await choices.Get(ct));
    }

    private Subscription Open(CreateSubscription command, Plan? plan, BillingCalendar calendar)
    {
        var name = string.IsNullOrWhiteSpace(command.Name) ? plan!.Name : command.Name.Trim();
        var days = command.DurationDays ?? plan!.DurationDays;
        var traffic = command.TrafficTotalBytes ?? plan?.TrafficLimitBytes ?? 0;
        var terms = new SubscriptionTerms(plan?.Id, name, plan?.Name ?? name, command.DevicesLimit ?? plan?.DevicesLimit ?? 0)
        {
            Reset = plan?.Reset ?? QuotaReset.None,
        };
        var grant = Grant.Gift(TimeSpan.FromDays(days), traffic, actor.Actor.Name);
        return Subscription.Open(command.UserId, terms, secrets.Make(), grant, clock.GetUtcNow(), calendar);
    }
}
