using VpsPanel.Application.Subscriptions;

namespace VpsPanel.Application.Delivery;

internal sealed class TemplateChoices(PublishedTemplates templates) : ITemplateChoices
{
    public async Task<TemplateChooser> Get(CancellationToken ct)
    {
        var shelf = await templates.Get(ct);
        return (chosen, limitedTo) => (shelf.InUse(chosen, limitedTo)?.Id ?? 0, [.. shelf.Offered(chosen, limitedTo).Select(template => template.Id)]);
    }
}
