using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Domain.Engagement.Tickets;

/// <summary>Who writes, as the other side is to see it.</summary>
/// <param name="UserId">Null for an API key.</param>
public sealed record TicketSender(TicketRole Role, UserId? UserId, string Name, string Qq)
{
    /// <summary>Customers see one support, not the people in it.</summary>
    public static TicketSender Support(UserId admin, string qq) =>
        new(TicketRole.Admin, admin.Value > 0 ? admin : null, "Support", qq);

    public static TicketSender Customer(User user) =>
        new(TicketRole.User, user.Id, user.DisplayName.Length > 0 ? user.DisplayName : user.Username, user.Qq);
}
