using VpsPanel.Domain.Identity.RealNames;

namespace VpsPanel.Application.Identity.RealNames;

/// <summary>Who checks real names.</summary>
/// <param name="Complain">What is wrong with a name and a number, or null.</param>
internal sealed record RealNameProvider(string Key, string Name, Func<string, string, string?> Complain)
{
    public static IReadOnlyList<RealNameProvider> All { get; } = [new("idcard_cn", "China ID Card", IdCard.Validate)];

    /// <param name="key">A value of the setting, which takes no other words.</param>
    public static RealNameProvider Of(string key) => All.Single(provider => provider.Key == key);
}
