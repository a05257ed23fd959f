using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using VpsPanel.Application.Engagement.Robot.Commands;
using VpsPanel.Application.Engagement.Robot.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Robot;

internal static class RobotEndpoints
{
    public static void MapRobot(this RouteGroupBuilder robot) =>
        robot.MapPost("/webhook", Obey).Accepts<RobotMessage>("application/json")
            .WithName("sendRobotMessage").WithSummary("Hand a chat message to the robot");

    private static async Task<ApiResult> Obey(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var (body, message) = await RobotMessage.Read(http.Request, ct);
        var admitted = await mediator.Send(new AuthorizeRobotCall(body, Signature(http.Request), message.Text ?? "", message.Time), ct);
        return admitted.IsSuccess
            ? await mediator.Send(new ReviewByRobot(admitted.Value, Convert.ToHexStringLower(SHA256.HashData(body))), ct)
            : admitted.Done();
    }

    private static string Signature(HttpRequest request) =>
        request.Headers["X-Signature"].FirstOrDefault() ?? request.Headers["X-Robot-Signature"].FirstOrDefault() ?? "";
}

/// <param name="Timestamp">Unix time as a number or as text.</param>
internal sealed record RobotMessage(string? Text, string? Sender, long? Timestamp)
{
    internal string Time => Timestamp?.ToString() ?? "";

    /// <summary>Also the bytes, which the signature is over.</summary>
    /// <exception cref="BadHttpRequestException">The body is no such message.</exception>
    public static async Task<(byte[] Body, RobotMessage Message)> Read(HttpRequest request, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        try
        {
            var message = JsonSerializer.Deserialize(buffer.ToArray(), Json.TypeOf<RobotMessage>(request.HttpContext));
            return (buffer.ToArray(), message ?? throw new JsonException());
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("invalid body", StatusCodes.Status400BadRequest, error);
        }
    }
}
