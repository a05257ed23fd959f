namespace VpsPanel.Application.Abstractions;

/// <summary>Reactions of one lane wait for each other, those of different lanes do not: a slow mail server holds up no order.</summary>
public enum OutboxLane
{
    /// <summary>What moves orders, money and hosts; the lane of a reaction that names none.</summary>
    Orders,
    Notices,
    Mail,
    Webhooks,
}

/// <summary>Puts a reaction into a lane.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LaneAttribute(OutboxLane lane) : Attribute
{
    public OutboxLane Lane { get; } = lane;
}
