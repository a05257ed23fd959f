using System.Reflection;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>Every key that exists, read from the static fields of the slices' <c>*Settings</c> classes.</summary>
public sealed class SettingRegistry
{
    private readonly SortedDictionary<string, Setting> _byKey = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two fields claim the same key.</exception>
    public SettingRegistry(IEnumerable<SliceAssembly> slices)
    {
        foreach (var setting in slices.SelectMany(slice => Fields(slice.Assembly)))
        {
            if (!_byKey.TryAdd(setting.Key, setting))
                throw new InvalidOperationException($"Two settings are called {setting.Key}.");
        }
    }

    /// <summary>By key.</summary>
    public IReadOnlyCollection<Setting> All => _byKey.Values;

    public Setting? Find(string key) => _byKey.GetValueOrDefault(key);

    private static IEnumerable<Setting> Fields(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Settings", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => typeof(Setting).IsAssignableFrom(field.FieldType))
        .Select(field =>
        {
            var setting = (Setting)field.GetValue(null)!;
            setting.Access = field.DeclaringType!.GetCustomAttribute<SettingAccessAttribute>();
            return setting;
        });
}
