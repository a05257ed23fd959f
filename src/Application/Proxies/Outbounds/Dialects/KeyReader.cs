using System.Text.Json;

namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>Puts what one key says into the findings, or what is wrong with it.</summary>
internal delegate void KeyReader(KeyValue key, Findings found);

/// <summary>A key as it was written, with its value.</summary>
/// <param name="Path">Such as <c>config.tls.sni</c>.</param>
internal readonly record struct KeyValue(string Path, JsonElement Value);

/// <summary>What the keys of a configuration say, and which of them are wrong.</summary>
internal sealed class Findings(string protocol)
{
    private readonly Dictionary<ProxyField, (string Value, string Key)> _values = [];
    private readonly List<KernelFault> _faults = [];

    public string Protocol => protocol;

    public IReadOnlyList<KernelFault> Faults => _faults;

    public string? this[ProxyField field] => _values.TryGetValue(field, out var found) ? found.Value : null;

    public bool IsTrue(ProxyField field) => this[field] == "true";

    public bool IsFalse(ProxyField field) => this[field] == "false";

    /// <summary>The key that spoke of one of the fields first; the configuration itself when none did.</summary>
    public string KeyOf(params ReadOnlySpan<ProxyField> fields)
    {
        foreach (var field in fields)
        {
            if (_values.TryGetValue(field, out var found))
                return found.Key;
        }

        return "config";
    }

    public void Put(ProxyField field, string value, string key)
    {
        if (!_values.TryGetValue(field, out var known))
            _values[field] = (value, key);
        else if (known.Value != value)
            Disagree(known.Key, key);
    }

    public void Disagree(string one, string other) =>
        Add(new KernelFault(KernelFault.KeysDisagree, one == other ? [one] : [one, other], $"{one} and {other} disagree"));

    public void Refuse(string key, string message) => Add(new KernelFault(KernelFault.BadValue, [key], $"{key} {message}"));

    public void Unknown(string key) =>
        Add(new KernelFault(KernelFault.UnknownKey, [key], $"{key} is no key that profiles are written from"));

    private void Add(KernelFault fault)
    {
        if (!_faults.Any(known => known.Message == fault.Message))
            _faults.Add(fault);
    }
}
