using System.Text.Json;
using FluentValidation;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Robot.Commands;

/// <summary>Either the list of hooks, or the single address with its secret and switch; what is null stays.</summary>
/// <param name="Webhooks">JSON of the whole list. A secret that is blank or its own mask stays that of the hook of this name or
/// address.</param>
public sealed record ChangeRobot(RawJson? Webhooks, string? Url, string? Secret, bool? Enabled) : ICommand<RobotChange>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("robot.update", "integration", "robot", answer);
}

/// <summary>For the audit row: secrets are masks.</summary>
/// <param name="Hooks">The names of the hooks that are on, when the list was sent.</param>
public sealed record RobotChange(IReadOnlyList<SettingChange> Changes, IReadOnlyList<string>? Hooks);

internal sealed class ChangeRobotValidator : AbstractValidator<ChangeRobot>
{
    public ChangeRobotValidator() =>
        RuleFor(command => command.Url).Must(Links.IsEndpoint).WithMessage("must be an http or https address without login and fragment");
}

internal sealed class ChangeRobotHandler(SettingEditor editor) : ICommandHandler<ChangeRobot, RobotChange>
{
    private static readonly Error NoUpdates = new(ErrorKind.Validation, "robot.no_updates", "no updates");

    public async Task<Result<RobotChange>> Handle(ChangeRobot command, CancellationToken ct)
    {
        if (command.Webhooks is { } webhooks)
            return await ReplaceHooks(webhooks.Text, ct);

        FieldSetting[] wanted =
        [
            new("url", RobotSettings.WebhookUrl, command.Url?.Trim()),
            new("secret", RobotSettings.WebhookSecret, command.Secret),
            new("enabled", RobotSettings.WebhookEnabled, command.Enabled is { } on ? on ? "true" : "false" : null),
        ];
        if (wanted.All(change => change.Text is null))
            return NoUpdates;

        var changes = await editor.ChangeAll(wanted, ct);
        return changes.IsSuccess ? new RobotChange(changes.Value, null) : changes.Error;
    }

    private async Task<Result<RobotChange>> ReplaceHooks(string text, CancellationToken ct)
    {
        using var json = JsonDocument.Parse(text);
        if (WebhookEndpointJson.Read(json.RootElement) is not { } sent)
            return Error.Validation("webhooks", $"webhooks must be {WebhookEndpointJson.Expected}");

        var before = await editor.Current(RobotSettings.Webhooks, ct);
        if (sent.FirstOrDefault(hook => hook.Secret.Length == 0 && WouldCarryASecretOff(hook, before)) is { } moved)
            return Error.Validation(
                "webhooks", $"webhooks: the secret of {moved.Name} has to be given again, because its address changes", "settings.secret_required");

        var hooks = sent.Select(hook => WithSecret(hook, before)).ToList();
        var changed = await editor.ChangeAll([new("webhooks", RobotSettings.Webhooks, WebhookEndpointJson.Write(hooks))], ct);
        return changed.IsSuccess
            ? new RobotChange(changed.Value, [.. hooks.Where(hook => hook.IsUsable).Select(hook => hook.Name)])
            : changed.Error;
    }

    private static WebhookEndpoint WithSecret(WebhookEndpoint hook, IReadOnlyList<WebhookEndpoint> before)
    {
        if (hook.Secret.Length > 0)
            return hook;

        var here = before.Where(old => old.Url == hook.Url).ToList();
        var known = here.FirstOrDefault(old => old.Name == hook.Name) ?? here.FirstOrDefault();
        return hook with { Secret = known?.Secret ?? "" };
    }

    /// <summary>A secret belongs to the address that it was given for.</summary>
    private static bool WouldCarryASecretOff(WebhookEndpoint hook, IReadOnlyList<WebhookEndpoint> before) =>
        before.All(old => old.Url != hook.Url) && before.Any(old => old.Name == hook.Name && old.Secret.Length > 0);
}
