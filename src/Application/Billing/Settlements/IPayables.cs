using VpsPanel.Domain.Billing.Settlements;

namespace VpsPanel.Application.Billing.Settlements;

/// <summary>What can be paid at a gateway; Sales knows what that is.</summary>
public interface IPayables
{
    /// <summary>What an attempt of this trade number pays, held until the transaction ends.</summary>
    Task<IPayable?> FindByTradeNoForUpdate(string tradeNo, CancellationToken ct);
}
