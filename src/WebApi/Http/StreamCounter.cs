using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>Counts the event streams that each user holds open on this node.</summary>
internal sealed class StreamCounter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UserId, int> _open = [];

    /// <summary>Null when the user has as many as may be; otherwise to be disposed when the stream ends.</summary>
    public IDisposable? TryOpen(UserId user, long limit)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(user);
            if (open >= limit)
                return null;

            _open[user] = open + 1;
            return new Place(this, user);
        }
    }

    private void Close(UserId user)
    {
        lock (_gate)
        {
            if (_open[user] == 1)
                _open.Remove(user);
            else
                _open[user]--;
        }
    }

    private sealed class Place(StreamCounter counter, UserId user) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0)
                counter.Close(user);
        }
    }
}
