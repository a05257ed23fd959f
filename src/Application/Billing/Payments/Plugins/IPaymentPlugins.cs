using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Application.Billing.Payments.Plugins;

/// <summary>The gateways that plugins make.</summary>
public interface IPaymentPlugins
{
    /// <summary>One for each enabled plugin; one whose file is gone or changed is not ready.</summary>
    Task<IReadOnlyList<IPaymentGateway>> Gateways(CancellationToken ct);
}
