using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Billing.Payments.Plugins;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Payments.Plugins;

/// <summary>
/// The folder of the plugins. Nothing in it is ever started: what runs are copies, made of bytes whose hash was checked, in a
/// folder that only this process can write to.
/// </summary>
internal sealed class PluginFolder(IOptions<PluginOptions> options, IHostEnvironment host, ISettings settings) : IPluginFolder, IDisposable
{
    private const int MaxFiles = 50;
    private const int MaxBytes = 32 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, (long Size, DateTime Written, string Hash)> _hashes = new();
    private readonly Dictionary<string, string> _copies = [];
    private readonly SemaphoreSlim _copying = new(1);
    private DirectoryInfo? _run;

    public async Task<IReadOnlyList<PluginFile>> List(CancellationToken ct)
    {
        List<PluginFile> found = [];
        foreach (var file in Files(await FolderPath(ct)).DistinctBy(file => PluginNames.KeyOf(file.Name)))
        {
            if (await HashOf(file, ct) is { } hash)
                found.Add(new PluginFile(PluginNames.KeyOf(file.Name)!, file.Name, file.Length, hash));
        }

        return found;
    }

    public async Task<Result<PluginFile>> Save(string fileName, Stream content, CancellationToken ct)
    {
        if (PluginNames.KeyOf(fileName) is not { } key)
            return PluginErrors.InvalidName;

        var folder = Directory.CreateDirectory(await FolderPath(ct));
        var others = Files(folder.FullName).Where(file => file.Name != fileName).ToList();
        if (others.Exists(file => PluginNames.KeyOf(file.Name) == key))
            return PluginErrors.KeyTaken;

        if (others.Count >= MaxFiles)
            return PluginErrors.TooMany;

        if (await Read(content, ct) is not { } bytes)
            return PluginErrors.TooLarge;

        if (bytes.Length == 0)
            return PluginErrors.Empty;

        // A reader sees the old file or the new one, never half of it.
        var target = Path.Combine(folder.FullName, fileName);
        var half = Path.Combine(folder.FullName, $".{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(half, bytes, ct);
        File.Move(half, target, overwrite: true);
        return new PluginFile(key, fileName, bytes.Length, Hash(bytes));
    }

    /// <summary>A copy to start, of exactly the bytes that have this hash; null when the file has another one.</summary>
    public async Task<string?> Checkout(string fileName, string sha256, CancellationToken ct)
    {
        var file = new FileInfo(Path.Combine(await FolderPath(ct), fileName));
        if (!IsPlugin(file))
            return null;

        if (await ReadFile(file, ct) is not { } bytes || Hash(bytes) != sha256)
            return null;

        await _copying.WaitAsync(ct);
        try
        {
            return _copies.TryGetValue(sha256, out var copy) ? copy : _copies[sha256] = await Copy(fileName, sha256, bytes, ct);
        }
        finally
        {
            _copying.Release();
        }
    }

    public void Dispose()
    {
        _copying.Dispose();
        if (_run is not null && Directory.Exists(_run.FullName))
            _run.Delete(recursive: true);
    }

    private async Task<string> Copy(string fileName, string sha256, byte[] bytes, CancellationToken ct)
    {
        _run ??= Directory.CreateTempSubdirectory("vpspanel-plugins-");
        var path = Path.Combine(_run.CreateSubdirectory(sha256).FullName, fileName);
        await File.WriteAllBytesAsync(path, bytes, ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        return path;
    }

    private async ValueTask<string> FolderPath(CancellationToken ct)
    {
        var root = options.Value.Root.Length > 0 ? options.Value.Root : host.ContentRootPath;
        return Path.Combine(root, await settings.Get(PluginSettings.Folder, ct));
    }

    private static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles().Where(IsPlugin).OrderBy(file => file.Name, StringComparer.Ordinal).Take(MaxFiles)
        : [];

    /// <summary>A link would lead out of the folder.</summary>
    private static bool IsPlugin(FileInfo file) =>
        file.Exists && file.LinkTarget is null && PluginNames.KeyOf(file.Name) is not null && file.Length is > 0 and <= MaxBytes;

    /// <summary>For display; what is started is hashed anew.</summary>
    private async Task<string?> HashOf(FileInfo file, CancellationToken ct)
    {
        if (_hashes.TryGetValue(file.FullName, out var known) && known.Size == file.Length && known.Written == file.LastWriteTimeUtc)
            return known.Hash;

        if (await ReadFile(file, ct) is not { } bytes)
            return null;

        var hash = Hash(bytes);
        _hashes[file.FullName] = (file.Length, file.LastWriteTimeUtc, hash);
        return hash;
    }

    /// <summary>Null when it is gone, locked away, or has grown too large.</summary>
    private static async Task<byte[]?> ReadFile(FileInfo file, CancellationToken ct)
    {
        try
        {
            await using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return await Read(stream, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Null when it is too much.</summary>
    private static async Task<byte[]?> Read(Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        for (var count = await content.ReadAsync(part, ct); count > 0; count = await content.ReadAsync(part, ct))
        {
            if (bytes.Length + count > MaxBytes)
                return null;

            bytes.Write(part, 0, count);
        }

        return bytes.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
