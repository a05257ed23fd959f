using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates.Commands;

public sealed record CreateSubscriptionTemplate(TemplateFields Fields) : ICommand<TemplateView>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "subscription_template.create", "subscription_template", $"{((TemplateView)answer!).Id}",
        new { Fields.Name, Fields.ClientType, Fields.Format, Fields.Functions, Fields.IsDefault });
}

internal sealed class CreateSubscriptionTemplateHandler(
    ISubscriptionTemplates templates, DefaultTemplates defaults, IUnitOfWork work, IMapper maps)
    : ICommandHandler<CreateSubscriptionTemplate, TemplateView>
{
    public async Task<Result<TemplateView>> Handle(CreateSubscriptionTemplate command, CancellationToken ct)
    {
        var draft = command.Fields.Over(null);
        if (!draft.IsSuccess)
            return draft.Error;

        var clientType = SubscriptionTemplate.FoldClientType(command.Fields.ClientType ?? "");
        var created = SubscriptionTemplate.Create(clientType, draft.Value);
        if (!created.IsSuccess)
            return created.Error;

        if (await templates.FindByName(clientType, draft.Value.Name, ct) is not null)
            return TemplateErrors.NameTaken;

        await templates.Add(created.Value, ct);
        if (command.Fields.IsDefault == true)
            await defaults.SetDefault(created.Value, ct);

        await work.Flush(ct);
        return maps.Map<TemplateView>(created.Value);
    }
}
