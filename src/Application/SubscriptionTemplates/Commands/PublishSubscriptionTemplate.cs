using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Application.Delivery;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.SubscriptionTemplates.Commands;

/// <summary>Makes the draft what users get, provided that it renders.</summary>
/// <param name="Operator">Who is named as the publisher; the caller when blank. The audit row always names the caller.</param>
public sealed record PublishSubscriptionTemplate(SubscriptionTemplateId Id, string? Changelog, string? Operator)
    : ICommand<PublishedTemplateView>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "subscription_template.publish", "subscription_template", $"{Id.Value}",
        new { ((PublishedTemplateView)answer!).History.Version, Changelog, Operator });
}

internal sealed class PublishSubscriptionTemplateValidator : AbstractValidator<PublishSubscriptionTemplate>
{
    public PublishSubscriptionTemplateValidator()
    {
        RuleFor(command => command.Changelog).MaximumLength(TemplateEdition.MaxChangelog);
        RuleFor(command => command.Operator).MaximumLength(TemplateEdition.MaxPublishedBy);
    }
}

internal sealed class PublishSubscriptionTemplateHandler(
    ISubscriptionTemplates templates, IUsers users, ICurrentActor actor, ProfileCheck check, IUnitOfWork work, IMapper maps,
    TimeProvider clock)
    : ICommandHandler<PublishSubscriptionTemplate, PublishedTemplateView>
{
    public async Task<Result<PublishedTemplateView>> Handle(PublishSubscriptionTemplate command, CancellationToken ct)
    {
        if (await templates.FindForUpdate(command.Id, ct) is not { } template)
            return TemplateErrors.NotFound;

        if (check.Fault(template) is { } fault)
            return fault;

        var edition = template.Publish(command.Changelog?.Trim() ?? "", await Publisher(command, ct), clock.GetUtcNow());
        if (!edition.IsSuccess)
            return edition.Error;

        await work.Flush(ct);
        return new PublishedTemplateView(maps.Map<TemplateView>(template), maps.Map<TemplateEditionView>(edition.Value));
    }

    private async Task<string> Publisher(PublishSubscriptionTemplate command, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(command.Operator))
            return command.Operator.Trim();

        if (await users.Find(actor.UserId, ct) is { } user)
            return user.DisplayName.Length > 0 ? user.DisplayName : user.Email;

        return actor.Kind == ActorKind.System ? "system" : actor.Actor.Name;
    }
}
