namespace VpsPanel.Application.Delivery;

/// <summary>Finds the template for a subscription and a client.</summary>
internal sealed record TemplateShelf(IReadOnlyList<PublishedTemplate> All)
{
    public PublishedTemplate? Find(long id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>
    /// The chosen template for its own kind of client; for another kind that client's default; and where that has none, the chosen one
    /// and then the plain list of links, which most clients can read.
    /// </summary>
    /// <param name="chosen">The owner's choice, if any.</param>
    /// <param name="available">What the owner may use; empty for everything.</param>
    /// <param name="client">Null when nobody knows.</param>
    public PublishedTemplate? Pick(long? chosen, IReadOnlyList<long> available, string? client)
    {
        var usable = available.Count == 0 ? All : [.. All.Where(template => available.Contains(template.Id))];
        var choice = usable.FirstOrDefault(template => template.Id == chosen);
        if (client is null)
            return choice ?? For(usable, ClientTypes.Links) ?? usable.FirstOrDefault();

        return choice?.ClientType == client ? choice : For(usable, client) ?? choice ?? For(usable, ClientTypes.Links) ?? usable.FirstOrDefault();
    }

    private static PublishedTemplate? For(IEnumerable<PublishedTemplate> usable, string client) =>
        usable.Where(template => template.ClientType == client).OrderByDescending(template => template.IsDefault).FirstOrDefault();
}
