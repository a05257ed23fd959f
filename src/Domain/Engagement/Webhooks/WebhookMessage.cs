using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Webhooks;

/// <summary>What is told, the same for every hook.</summary>
/// <param name="MessageId">The same at every try and for every hook, so that a receiver can drop the second copy.</param>
/// <param name="OrderId">0 for a test.</param>
/// <param name="Body">The JSON that is signed and sent.</param>
public sealed record WebhookMessage(string MessageId, OrderId OrderId, long Seq, string EventType, string Body);
