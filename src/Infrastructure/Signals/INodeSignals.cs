namespace VpsPanel.Infrastructure.Signals;

/// <summary>Hints to the other nodes. They may be lost: what they are about must be found without them, a little later.</summary>
internal interface INodeSignals
{
    /// <param name="token">That of an <see cref="IRemoteWork"/>.</param>
    void Send(string token);
}

/// <summary>For a database that cannot call its clients: every node looks by itself.</summary>
internal sealed class NoNodeSignals : INodeSignals
{
    public void Send(string token)
    {
    }
}
