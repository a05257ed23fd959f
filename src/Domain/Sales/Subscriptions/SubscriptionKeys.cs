namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>The secrets of a subscription in the forms in which they are stored.</summary>
public sealed record SubscriptionKeys(string TokenHash, string SealedToken, string SealedCredential);
