using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes;

/// <summary>Whether clients can be given what a kernel serves.</summary>
internal static class KernelCheck
{
    /// <summary>Null when it is well, or of a protocol that no client speaks. Otherwise <c>kernel.*</c> with each key that is wrong.</summary>
    public static Error? Fault(KernelState state)
    {
        var faults = Faults(state);
        if (faults.Count == 0)
            return null;

        return new Error(ErrorKind.Validation, faults[0].Code, faults[0].Message)
        {
            Details = faults.SelectMany(fault => fault.Keys, (fault, key) => (Key: key, fault.Message))
                .GroupBy(entry => entry.Key, entry => entry.Message)
                .ToDictionary(group => group.Key, group => group.Distinct().ToArray()),
        };
    }

    public static IReadOnlyList<KernelFault> Faults(KernelState state) =>
        ServerReader.Read(Protocols.Fold(state.Protocol), state.Endpoint, state.Config).Faults;
}
