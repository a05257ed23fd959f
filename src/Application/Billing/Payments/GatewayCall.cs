namespace VpsPanel.Application.Billing.Payments;

/// <summary>A notice as it came in.</summary>
/// <param name="Parameters">Of the address and of a form, the first value of each.</param>
/// <param name="Query">With its question mark.</param>
/// <param name="Headers">By lower-case name.</param>
public sealed record GatewayCall(
    IReadOnlyDictionary<string, string> Parameters,
    string Method,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body);
