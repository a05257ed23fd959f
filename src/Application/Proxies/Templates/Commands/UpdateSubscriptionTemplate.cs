using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Templates.Commands;

/// <summary>Changes the draft; users keep what was published.</summary>
public sealed record UpdateSubscriptionTemplate(SubscriptionTemplateId Id, TemplateFields Fields) : ICommand<TemplateView>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "subscription_template.update",
        "subscription_template",
        $"{Id.Value}",
        new
        {
            Fields.Name, Fields.Description, Fields.Format, Fields.Functions, Fields.IsDefault,
            Content = Fields.Content is not null, Variables = Fields.Variables?.Keys,
        });
}

internal sealed class UpdateSubscriptionTemplateHandler(
    ISubscriptionTemplates templates, DefaultTemplates defaults, IUnitOfWork work, IMapper maps)
    : ICommandHandler<UpdateSubscriptionTemplate, TemplateView>
{
    public async Task<Result<TemplateView>> Handle(UpdateSubscriptionTemplate command, CancellationToken ct)
    {
        if (await templates.FindForUpdate(command.Id, ct) is not { } template)
            return TemplateErrors.NotFound;

        var draft = command.Fields.Over(template);
        if (!draft.IsSuccess)
            return draft.Error;

        var twin = await templates.FindByName(template.ClientType, draft.Value.Name, ct);
        if (twin is not null && twin.Id != template.Id)
            return TemplateErrors.NameTaken;

        var written = template.Write(draft.Value);
        if (!written.IsSuccess)
            return written.Error;

        if (command.Fields.IsDefault == true)
            await defaults.SetDefault(template, ct);
        else if (command.Fields.IsDefault == false)
            template.MakeDefault(false);

        await work.Flush(ct);
        return maps.Map<TemplateView>(template);
    }
}
