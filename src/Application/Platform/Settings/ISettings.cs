namespace VpsPanel.Application.Platform.Settings;

/// <summary>Reads settings; at most 5 seconds old on other nodes than the one that changed them.</summary>
public interface ISettings
{
    ValueTask<T> Get<T>(Setting<T> setting, CancellationToken ct);
}
