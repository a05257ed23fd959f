namespace VpsPanel.Domain.Common;

/// <summary>The kinds of hand that can move something.</summary>
public enum ActorKind
{
    Anonymous,
    User,
    Admin,
    Robot,
    Gateway,
    System,
}
