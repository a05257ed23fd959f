using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly.Timeout;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Infrastructure.Gateways.Kernels;

/// <summary>Asks the control plane over HTTP.</summary>
internal sealed class KernelClient(IHttpClientFactory clients, CallLimits limits, IOptions<KernelOptions> options) : IKernels
{
    public const string ClientName = "kernel";
    private const string Provider = "http";

    public async Task<Result<KernelState>> Discover(NodeId node, string provider, CancellationToken ct)
    {
        var wanted = Protocols.Fold(provider);
        if (options.Value.BaseUrl.Length == 0 || wanted is not ("" or Provider))
            return NodeErrors.NoKernelProvider;

        try
        {
            return await limits.Run(ClientName, options.Value.Timeout, token => Ask(node, token), ct);
        }
        catch (TimeoutRejectedException)
        {
            return NodeErrors.KernelTimeout;
        }
        catch (HttpRequestException error)
        {
            return error.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse
                ? NodeErrors.KernelGarbage
                : NodeErrors.KernelUnreachable;
        }
        catch (IOException)
        {
            return NodeErrors.KernelGarbage;
        }
    }

    private async ValueTask<Result<KernelState>> Ask(NodeId node, CancellationToken ct)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri($"{options.Value.BaseUrl.TrimEnd('/')}/nodes/{node.Value}/config"));
        request.Headers.Accept.ParseAdd("application/json");
        if (options.Value.Token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Token);

        using var response = await client.SendAsync(request, ct);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return NodeErrors.KernelNotFound;

        if (response.StatusCode != HttpStatusCode.OK)
            return NodeErrors.KernelFailed((int)response.StatusCode);

        var body = await response.Content.ReadAsByteArrayAsync(ct);
        return KernelReply.Read(body, node, Tag(response)) is { } state ? state : NodeErrors.KernelGarbage;
    }

    /// <summary>As it was sent, which need not be well-formed, without its quotes.</summary>
    private static string Tag(HttpResponseMessage response)
    {
        var tag = response.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString().Trim() : "";
        return (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"');
    }
}
