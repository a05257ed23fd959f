namespace VpsPanel.Domain.Servers;

public enum VpsMove
{
    /// <summary>Its machine is made, or made once more.</summary>
    Provision,

    /// <summary>Its machine is there.</summary>
    Activate,

    Suspend,

    Resume,

    Lose,

    /// <summary>Its machine was seen again, or an admin said which it is.</summary>
    Recover,

    Terminate,
}
