using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Tickets;

/// <summary>Something that the customer says the ticket is about: a free reference, nothing is looked up by it.</summary>
public sealed class TicketResource : ITimestamped
{
    private TicketResource()
    {
    }

    public TicketResourceId Id { get; private set; }

    public string ResourceType { get; private set; } = "";

    public long ResourceId { get; private set; }

    public string ResourceName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static TicketResource Of(string type, long id, string name) =>
        new() { ResourceType = type.Trim(), ResourceId = id, ResourceName = name.Trim() };
}
