namespace VpsPanel.Domain.Servers;

/// <summary>How far a VPS is in its life, decided by us. What its machine does at the moment is the upstream's to say.</summary>
public enum VpsLifecycle
{
    /// <summary>It is sold; its machine has not been asked for.</summary>
    Reserved,

    /// <summary>Its machine is being made.</summary>
    Provisioning,

    /// <summary>It is its owner's to use.</summary>
    Active,

    /// <summary>Taken from its owner, for a judgement or for its expiry.</summary>
    Suspended,

    /// <summary>Nobody knows its machine: it never came up, the upstream does not have it, or another one has its id.</summary>
    Lost,

    /// <summary>Gone for good; the row goes in the same transaction.</summary>
    Terminated,
}
