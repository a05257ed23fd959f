using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;

namespace VpsPanel.Functional.Tests.Simulator;

/// <summary>Speaks the protocol as a well-behaved caller does.</summary>
public sealed class SimulatorClient(string apiUrl, string key) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public Task<JsonObject> Create(string name, int line = 1, string image = "Debian 12") => Json(Query("create_host",
        ("line_id", line), ("os", image), ("cpu", 2), ("memory", 4), ("hard_disks", 50), ("bandwidth", 20),
        ("expire_time", "2026-04-01 12:00:00"), ("host_name", name), ("sys_pwd", "Sys-pass-1"), ("vnc_pwd", "vncpass1"), ("port_num", 2)));

    public Task<JsonObject> Info(long id) => Json(Form("hostinfo", ("host_id", id), ("hostid", id)));

    public Task<JsonObject> Post(string action, params (string Name, object Value)[] fields) => Json(Form(action, fields));

    public Task<JsonObject> PostQuery(string action, params (string Name, object Value)[] fields) => Json(Query(action, fields));

    public Task<JsonObject> Get(string action, params (string Name, object Value)[] fields) =>
        Json(Address(HttpMethod.Get, action, fields));

    public HttpRequestMessage Form(string action, params (string Name, object Value)[] fields) =>
        new(HttpMethod.Post, $"{apiUrl}/{action}")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, $"{field.Value}"))),
        };

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct = default)
    {
        request.Headers.Add("apikey", key);
        return await _http.SendAsync(request, ct);
    }

    public async Task<JsonObject> Json(HttpRequestMessage request)
    {
        using var response = await Send(request);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Query(string action, params (string Name, object Value)[] fields) =>
        Address(HttpMethod.Post, action, fields);

    private HttpRequestMessage Address(HttpMethod method, string action, (string Name, object Value)[] fields)
    {
        var query = fields.Select(field => $"{field.Name}={Uri.EscapeDataString($"{field.Value}")}");
        return new HttpRequestMessage(method, $"{apiUrl}/{action}?{string.Join('&', query)}");
    }
}
