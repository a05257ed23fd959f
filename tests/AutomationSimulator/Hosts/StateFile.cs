using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpsPanel.AutomationSimulator.Hosts;

internal sealed record SavedState(long LastId, ImmutableList<SimulatedHost> Hosts);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(SavedState))]
internal sealed partial class StateJson : JsonSerializerContext;

public sealed class BrokenStateException(string message, Exception inner) : Exception(message, inner);

/// <summary>The state on disk. A write is complete or did not happen, also when the process is killed in the middle.</summary>
internal sealed class StateFile(string? path)
{
    private const long FirstId = 1000;

    internal static StateFile In(string? folder)
    {
        if (folder is null) return new StateFile(null);
        Directory.CreateDirectory(folder);
        return new StateFile(Path.Combine(folder, "automation.json"));
    }

    internal SavedState Read()
    {
        if (path is null || !File.Exists(path)) return new SavedState(FirstId, []);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJson.Default.SavedState)
                ?? throw new JsonException("the file holds null");
        }
        catch (JsonException problem)
        {
            throw new BrokenStateException($"the state file {path} is damaged; move it away to start empty ({problem.Message})", problem);
        }
    }

    internal void Write(SavedState state)
    {
        if (path is null) return;
        var draft = path + ".new";
        using (var stream = File.Create(draft))
        {
            JsonSerializer.Serialize(stream, state, StateJson.Default.SavedState);

            // Without the flush a power cut may keep the rename and lose the bytes.
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
