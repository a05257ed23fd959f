using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>Hands the place of a client type's default from one template to another.</summary>
public sealed class DefaultTemplates(ISubscriptionTemplates templates, IUnitOfWork work)
{
    public async Task SetDefault(SubscriptionTemplate template, CancellationToken ct)
    {
        if (template.IsDefault)
            return;

        // The place is free before it is taken: a unique index guards it. Whoever takes it at the same time loses the race and tries again.
        if (await templates.FindDefault(template.ClientType, ct) is { } former)
        {
            former.MakeDefault(false);
            await work.Flush(ct);
        }

        template.MakeDefault(true);
    }
}
