namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>What is wrong with a stored or offered kernel.</summary>
/// <param name="Keys">Where, in the words of whoever wrote it: <c>endpoint</c>, <c>config.tls.sni</c>; two when they disagree.</param>
/// <param name="Message">For admins; never holds a value.</param>
internal sealed record KernelFault(string Code, IReadOnlyList<string> Keys, string Message)
{
    public const string UnknownKey = "kernel.unknown_key";
    public const string KeysDisagree = "kernel.keys_disagree";
    public const string BadValue = "kernel.bad_value";
}
