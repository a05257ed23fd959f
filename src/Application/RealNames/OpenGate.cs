using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.RealNames;

/// <summary>Lets everybody pass, as no real names are kept.</summary>
internal sealed class OpenGate : IRealNameGate
{
    public Task<Result> Allow(UserId user, string action, CancellationToken ct) => Task.FromResult(Result.Success);
}
