using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Templates.Commands;

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
        RuleFor(command => command.Changelog).MaximumLength(TemplateVersion.MaxChangelog);
        RuleFor(command => command.Operator).MaximumLength(TemplateVersion.MaxPublishedBy);
    }
}

internal sealed class PublishSubscriptionTemplateHandler(
    ISubscriptionTemplates templates, IUsers users, ICurrentActor actor, ITemplateCheck check, IUnitOfWork work, IMapper maps,
    TimeProvider clock)
    : ICommandHandler<PublishSubscriptionTemplate, PublishedTemplateView>
{
    public async Task<Result<PublishedTemplateView>> Handle(PublishSubscriptionTemplate command, CancellationToken ct)
    {
        if (await templates.FindForUpdate(command.Id, ct) is not { } template)
            return TemplateErrors.NotFound;

        var warnings = check.Validate(template);
        if (!warnings.IsSuccess)
            return warnings.Error;

        var version = template.Publish(command.Changelog?.Trim() ?? "", await Publisher(command, ct), clock.GetUtcNow());
        if (!version.IsSuccess)
            return version.Error;

        await work.Flush(ct);
        return new PublishedTemplateView(maps.Map<TemplateView>(template), maps.Map<TemplateVersionView>(version.Value), warnings.Value);
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
