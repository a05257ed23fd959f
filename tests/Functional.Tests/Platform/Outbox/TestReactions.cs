using System.Collections.Concurrent;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Platform.Settings;

namespace VpsPanel.Functional.Tests.Platform.Outbox;

/// <summary>What the test reaction does, and what it saw, by the key of the changed setting.</summary>
public static class Script
{
    /// <summary>Throws, refuses or succeeds; success where a key has no script.</summary>
    public static ConcurrentDictionary<string, Func<IServiceProvider, Task<Result>>> Acts { get; } = new();

    public static ConcurrentQueue<(string Key, long Message)> Seen { get; } = new();

    /// <summary>What the test mail does, by key; success where a key has no script.</summary>
    public static ConcurrentDictionary<string, Func<IServiceProvider, Task<Result>>> MailActs { get; } = new();

    /// <summary>The keys of the test mails that went out.</summary>
    public static ConcurrentQueue<string> Mailed { get; } = new();

    public static int Count(string key) => Seen.Count(item => item.Key == key);
}

[ReactionName("witness-setting-change")]
internal sealed class WitnessSettingChange(IServiceProvider services) : IReaction<SettingChanged>
{
    public async Task<Result> React(Envelope<SettingChanged> happened, CancellationToken ct)
    {
        Script.Seen.Enqueue((happened.Event.SettingKey, happened.MessageId));
        return Script.Acts.TryGetValue(happened.Event.SettingKey, out var act) ? await act(services) : Result.Success;
    }
}

[ReactionName("mail-setting-change")]
[Lane(OutboxLane.Mail)]
internal sealed class MailSettingChange(IServiceProvider services) : IReaction<SettingChanged>
{
    public async Task<Result> React(Envelope<SettingChanged> happened, CancellationToken ct)
    {
        var result = Script.MailActs.TryGetValue(happened.Event.SettingKey, out var act) ? await act(services) : Result.Success;
        Script.Mailed.Enqueue(happened.Event.SettingKey);
        return result;
    }
}
