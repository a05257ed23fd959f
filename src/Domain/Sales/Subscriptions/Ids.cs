using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Subscriptions;

public readonly record struct SubscriptionId(long Value) : IId<SubscriptionId>
{
    public static SubscriptionId From(long value) => new(value);
}

public readonly record struct SubscriptionGrantId(long Value) : IId<SubscriptionGrantId>
{
    public static SubscriptionGrantId From(long value) => new(value);
}

public readonly record struct SubscriptionTemplateId(long Value) : IId<SubscriptionTemplateId>
{
    public static SubscriptionTemplateId From(long value) => new(value);
}

public readonly record struct TemplateVersionId(long Value) : IId<TemplateVersionId>
{
    public static TemplateVersionId From(long value) => new(value);
}
