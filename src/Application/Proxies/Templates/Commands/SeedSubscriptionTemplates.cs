using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates.Commands;

/// <summary>Publishes the templates that the service brings and that are not there yet, and renews those that nobody has edited; what an admin wrote stays.</summary>
public sealed record SeedSubscriptionTemplates : ICommand;

internal sealed class SeedSubscriptionTemplatesHandler(
    ISubscriptionTemplates templates, TimeProvider clock) : ICommandHandler<SeedSubscriptionTemplates>
{
    public async Task<Result> Handle(SeedSubscriptionTemplates command, CancellationToken ct)
    {
        foreach (var standard in BuiltInTemplate.All)
        {
            var seeded = await templates.FindByName(standard.ClientType, standard.Name, ct) is { } known
                ? Renew(known, standard)
                : await Seed(standard, ct);
            if (!seeded.IsSuccess)
                return seeded;
        }

        return Result.Success;
    }

    /// <summary>Clients move on, and with them the template that nobody has edited.</summary>
    private Result Renew(SubscriptionTemplate known, BuiltInTemplate standard)
    {
        if (!standard.Replaces(known.Content))
            return Result.Success;

        var written = known.Write(new TemplateDraft(known.Name, known.Description, standard.Format, standard.Content, known.Variables));
        if (!written.IsSuccess)
            return written;

        var published = known.Publish("Renewed with the service.", "system", clock.GetUtcNow());
        return published.IsSuccess ? Result.Success : published.Error;
    }

    private async Task<Result> Seed(BuiltInTemplate standard, CancellationToken ct)
    {
        var draft = new TemplateDraft(standard.Name, "Comes with the service.", standard.Format, standard.Content, "{}");
        var created = SubscriptionTemplate.Create(standard.ClientType, draft);
        if (!created.IsSuccess)
            return created.Error;

        await templates.Add(created.Value, ct);
        if (await templates.FindDefault(standard.ClientType, ct) is null)
            created.Value.MakeDefault(true);

        var published = created.Value.Publish("", "system", clock.GetUtcNow());
        return published.IsSuccess ? Result.Success : published.Error;
    }
}
