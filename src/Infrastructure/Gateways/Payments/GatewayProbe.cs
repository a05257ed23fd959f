using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Payments;

/// <summary>Looks whether there is a page at a gateway's address, without any parameter of ours.</summary>
internal sealed class GatewayProbe(IHttpClientFactory clients)
{
    public const string ClientName = "gateway-probe";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    public async Task<Result<Reachable>> Look(Uri page, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Limit);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.GetAsync(page, HttpCompletionOption.ResponseHeadersRead, deadline.Token);

            // Without parameters a gateway complains in its own ways; only these say that it is not there.
            return (int)response.StatusCode is 404 or 410 or >= 500 ? PaymentErrors.WrongPage : Reachable.Yes;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return PaymentErrors.Timeout;
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is TargetRefusedException ? PaymentErrors.AddressRefused : PaymentErrors.Unreachable;
        }
        catch (IOException)
        {
            return PaymentErrors.Unreachable;
        }
    }
}
