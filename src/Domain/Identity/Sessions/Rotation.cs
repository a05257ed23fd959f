namespace VpsPanel.Domain.Identity.Sessions;

/// <summary>What became of a presented refresh token.</summary>
public enum Rotation
{
    /// <summary>It was the living one; it is used up now.</summary>
    Renewed,

    /// <summary>It was used a moment ago, by another tab of the same client: the pair given then still lives.</summary>
    Twin,

    /// <summary>The session is over.</summary>
    Over,

    /// <summary>An old token came back, so somebody holds a copy: the session ended with it.</summary>
    Reused,
}
