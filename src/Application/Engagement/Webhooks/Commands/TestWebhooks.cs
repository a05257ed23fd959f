using System.Text.Json.Nodes;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks.Commands;

/// <summary>Sends a made-up event to every hook that wants it.</summary>
/// <param name="Event">Blank for <c>webhook.test</c>.</param>
/// <param name="Data">Any JSON.</param>
public sealed record TestWebhooks(string Event, RawJson? Data) : ICommand<WebhookTest>, IAudited
{
    public AuditRecord Audit(object? answer) => new("robot.test", "webhook", Event);
}

/// <param name="Queued">How many hooks get it; what became of it is in the list of deliveries.</param>
public sealed record WebhookTest(bool Ok, int Queued);

internal sealed class TestWebhooksValidator : AbstractValidator<TestWebhooks>
{
    private const int MaxData = 16 * 1024;

    public TestWebhooksValidator()
    {
        RuleFor(command => command.Event).MaximumLength(WebhookDelivery.MaxEventType)
            .Matches(@"\A[a-z0-9_.-]*\z").WithMessage("must be lower-case letters, digits, dots, dashes and underscores");
        RuleFor(command => command.Data).Must(data => data is not { Text.Length: > MaxData })
            .WithMessage($"must be at most {MaxData} characters");
    }
}

internal sealed class TestWebhooksHandler(WebhookEndpoints hooks, IWebhookDeliveries deliveries, TimeProvider clock)
    : ICommandHandler<TestWebhooks, WebhookTest>
{
    public async Task<Result<WebhookTest>> Handle(TestWebhooks command, CancellationToken ct)
    {
        var type = command.Event.Length == 0 ? WebhookMessages.TestEvent : command.Event;
        var message = WebhookMessages.Test(type, command.Data is { } data ? JsonNode.Parse(data.Text) : null, clock.GetUtcNow());
        var wanting = (await hooks.List(ct)).Where(hook => hook.Wants(type)).ToList();
        foreach (var hook in wanting)
            await deliveries.Add(WebhookDelivery.Queue(hook.Name, message, clock.GetUtcNow()), ct);

        return new WebhookTest(true, wanting.Count);
    }
}
