using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.ApiKeys;

[EventName("api_key.changed")]
public sealed record ApiKeyChanged : IDomainEvent;
