using VpsPanel.Application.Proxies.Clients;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>Finds the template for a subscription and a client.</summary>
internal sealed record TemplateSelector(IReadOnlyList<PublishedTemplate> All)
{
    public PublishedTemplate? Find(long id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>
    /// The chosen template for its own kind of client; for another kind that client's default; and where that has none, the chosen one
    /// and then the plain list of links, which most clients can read.
    /// </summary>
    /// <param name="chosen">The owner's choice, if any.</param>
    /// <param name="available">What the owner may use; empty for everything.</param>
    /// <param name="client">Null when nobody knows.</param>
    public PublishedTemplate? Select(long? chosen, IReadOnlyList<long> available, string? client)
    {
        var usable = available.Count == 0 ? All : [.. All.Where(template => available.Contains(template.Id))];
        var choice = usable.FirstOrDefault(template => template.Id == chosen);
        if (client is null)
            return choice ?? Plainest(usable);

        return choice?.ClientType == client ? choice : For(usable, client) ?? choice ?? Plainest(usable);
    }

    /// <summary>What the owner may choose; a choice that was made stays one.</summary>
    public IReadOnlyList<PublishedTemplate> Offered(long? chosen, IReadOnlyList<long> available) =>
        available.Count == 0 ? All : [.. All.Where(template => available.Contains(template.Id) || template.Id == chosen)];

    /// <summary>What the owner sees as the template of the subscription: the choice, or the default of the most common kind of client.</summary>
    public PublishedTemplate? InUse(long? chosen, IReadOnlyList<long> available) =>
        (chosen is { } id ? Find(id) : null) ?? Select(null, available, ClientTypes.Clash);

    private static PublishedTemplate? Plainest(IReadOnlyList<PublishedTemplate> usable) =>
        For(usable, ClientTypes.Links) ?? (usable.Count > 0 ? usable[0] : null);

    private static PublishedTemplate? For(IEnumerable<PublishedTemplate> usable, string client) =>
        usable.Where(template => template.ClientType == client).OrderByDescending(template => template.IsDefault).FirstOrDefault();
}
