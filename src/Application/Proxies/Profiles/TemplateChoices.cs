using VpsPanel.Application.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles;

internal sealed class TemplateChoices(PublishedTemplates templates) : ITemplateChoices
{
    public async Task<TemplateChooser> Get(CancellationToken ct)
    {
        var selector = await templates.Get(ct);
        return (chosen, limitedTo) => (selector.InUse(
            chosen, limitedTo)?.Id ?? 0, [.. selector.Offered(chosen, limitedTo).Select(template => template.Id)]);
    }
}
