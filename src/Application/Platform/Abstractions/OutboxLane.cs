namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Reactions of one lane wait for each other, those of different lanes do not: a slow mail server holds up no order.</summary>
public enum OutboxLane
{
    /// <summary>What moves orders, money and hosts; the lane of a reaction that names none.</summary>
    Orders,
    Notices,
    Mail,
    Webhooks,
}
