namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Puts a reaction into a lane.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LaneAttribute(OutboxLane lane) : Attribute
{
    public OutboxLane Lane { get; } = lane;
}
