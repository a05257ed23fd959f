using System.Collections.Concurrent;
using System.Reflection;

namespace VpsPanel.Domain.Common;

/// <summary>
/// The name under which rows remember a type. It stays when the type is renamed or moved, since rows written before must still be
/// understood; a name that is in use is never given to another type.
/// </summary>
/// <param name="name">Unique among the attributes of the same kind; ASCII, at most 64 characters.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class StoredNameAttribute(string name) : Attribute
{
    private static readonly ConcurrentDictionary<Type, string> Known = new();

    public string Name { get; } = name;

    /// <exception cref="InvalidOperationException">The type has no stored name.</exception>
    public static string Of(Type type) => Known.GetOrAdd(type, static known =>
        known.GetCustomAttribute<StoredNameAttribute>(inherit: false)?.Name
            ?? throw new InvalidOperationException($"{known} is stored by name and has none."));
}
