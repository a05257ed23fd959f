using MediatR;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Settlements.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Public;

/// <summary>Gateways call here, by GET or by POST, and want a word of their own back.</summary>
internal static class PaymentNotifyEndpoints
{
    private const int MaxParameters = 200;

    private static readonly Error Unreadable = new(ErrorKind.Validation, "payment.unreadable_notice", "invalid notice");

    private const string Path = "/payments/notify/{provider}";

    public static void MapPaymentNotify(this RouteGroupBuilder @public)
    {
        @public.MapGet(Path, Receive)
            .WithName("receivePaymentNoticeByGet").WithSummary("Take a gateway's report of a payment from the address")
            .WithDescription("Answers the word that the gateway wants.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        @public.MapPost(Path, Receive)
            .WithName("receivePaymentNotice").WithSummary("Take a gateway's report of a payment from the body")
            .WithDescription("Answers the word that the gateway wants.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
    }

    private static async Task Receive(string provider, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var call = await Call(http.Request, ct);
        var answer = call is null ? Unreadable : await mediator.Send(new ReceivePaymentNotification(provider, call), ct);
        await Write(http, answer, ct);
    }

    /// <summary>What was sent, and what it means when it is a form; null when no gateway would send it.</summary>
    private static async Task<GatewayCall?> Call(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        body.Position = 0;
        request.Body = body;
        if (await Parameters(request, ct) is not { } parameters)
            return null;

        var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        return new GatewayCall(parameters, request.Method, request.QueryString.Value ?? "", headers, body.ToArray());
    }

    private static Task Write(HttpContext http, Result<PaymentNotificationResponse> answer, CancellationToken ct)
    {
        if ((answer.Error ?? answer.Value.Refusal) is { } failure)
            return ErrorBody.Write(http, failure);

        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(answer.Value.Acknowledgement, ct);
    }

    /// <summary>The first value of every name, of the address before the body; null when no gateway would send it.</summary>
    private static async Task<Dictionary<string, string>?> Parameters(HttpRequest request, CancellationToken ct)
    {
        var sent = request.Query.AsEnumerable();
        if (request.HasFormContentType)
        {
            var form = await Forms.Read(request, ct);
            if (!form.IsSuccess)
                return null;

            sent = sent.Concat(form.Value);
        }

        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        foreach (var (name, values) in sent)
            parameters.TryAdd(name, values.FirstOrDefault() ?? "");

        var isText = parameters.Keys.Concat(parameters.Values).All(text => !text.Contains('\0', StringComparison.Ordinal));
        return isText && parameters.Count <= MaxParameters ? parameters : null;
    }
}
