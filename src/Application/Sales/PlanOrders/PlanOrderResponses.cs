using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders;

internal static class PlanOrderResponses
{
    /// <summary>With its owner.</summary>
    public static async Task<PlanOrderResponse> ForAdmins(this Order order, IUsers users, CancellationToken ct)
    {
        var owner = (await users.Find(order.UserId, ct))!;
        var buyer = new BuyerView(owner.Id.Value, owner.Email, owner.DisplayName.Length > 0 ? owner.DisplayName : owner.Username);
        return new PlanOrderResponse(order.ToPlanView() with { User = buyer });
    }
}
