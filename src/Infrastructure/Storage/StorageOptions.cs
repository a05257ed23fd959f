namespace VpsPanel.Infrastructure.Storage;

/// <summary>Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// An absolute directory outside the service's own files; nodes share it. By default a directory of the user that the service
    /// runs as.
    /// </summary>
    public string Path { get; set; } = Default();

    /// <summary>Whether the directory is absolute and apart from the code.</summary>
    public bool IsUsable()
    {
        if (!System.IO.Path.IsPathFullyQualified(Path))
            return false;

        var code = WithSlash(AppContext.BaseDirectory);
        var store = WithSlash(Path);
        return !store.StartsWith(code, StringComparison.Ordinal) && !code.StartsWith(store, StringComparison.Ordinal);
    }

    private static string Default()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return System.IO.Path.Combine(home.Length > 0 ? home : "/var/lib", "vpspanel", "uploads");
    }

    private static string WithSlash(string path) =>
        System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)) + System.IO.Path.DirectorySeparatorChar;
}
