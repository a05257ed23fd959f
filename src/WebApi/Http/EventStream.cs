using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace VpsPanel.WebApi.Http;

/// <summary>Writes server-sent events. Each call is on its way to the client when it returns.</summary>
internal sealed class EventStream(HttpContext http)
{
    private static readonly byte[] HeartbeatFrame = ": heartbeat\n\n"u8.ToArray();

    /// <summary>Sends the headers, so that the client knows that it is connected before anything happens.</summary>
    public async Task Begin(CancellationToken ct)
    {
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache";
        headers.Connection = "keep-alive";
        headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        await http.Response.StartAsync(ct);
        await http.Response.Body.FlushAsync(ct);
    }

    /// <param name="data">One line.</param>
    public Task Event(long id, string type, string data, CancellationToken ct) =>
        Write(Encoding.UTF8.GetBytes($"id: {id}\nevent: {type}\ndata: {data}\n\n"), ct);

    public Task Heartbeat(CancellationToken ct) => Write(HeartbeatFrame, ct);

    private async Task Write(byte[] frame, CancellationToken ct)
    {
        await http.Response.Body.WriteAsync(frame, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
