using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>Changes how the hypervisor panel is reached; what is null stays as it is, and so does a blank or masked key.</summary>
public sealed record ChangeAutomationAccount(string? BaseUrl, string? ApiKey, bool? Enabled, long? TimeoutSec, long? Retry, bool? DryRun)
    : ICommand<IReadOnlyList<SettingChange>>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("automation.update", "integration", "automation", new { changes = answer });
}

internal sealed class ChangeAutomationAccountValidator : AbstractValidator<ChangeAutomationAccount>
{
    public ChangeAutomationAccountValidator() =>
        RuleFor(command => command.BaseUrl)
            .Must(url => string.IsNullOrWhiteSpace(url)
                || (Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            .WithMessage("must be an address such as https://panel.example.com");
}

internal sealed class ChangeAutomationAccountHandler(SettingEditor editor)
    : ICommandHandler<ChangeAutomationAccount, IReadOnlyList<SettingChange>>
{
    public async Task<Result<IReadOnlyList<SettingChange>>> Handle(ChangeAutomationAccount command, CancellationToken ct)
    {
        List<SettingChange> changes = [];
        foreach (var (key, text) in Wanted(command))
        {
            var changed = await editor.Change(key, text, ct);
            if (!changed.IsSuccess)
                return changed.Error;

            if (changed.Value is { } change)
                changes.Add(change);
        }

        return changes;
    }

    private static IEnumerable<(string Key, string Text)> Wanted(ChangeAutomationAccount command) =>
        new (Setting Setting, string? Text)[]
        {
            (AutomationSettings.BaseUrl, command.BaseUrl?.Trim()),
            (AutomationSettings.ApiKey, command.ApiKey),
            (AutomationSettings.Enabled, Switch(command.Enabled)),
            (AutomationSettings.TimeoutSec, command.TimeoutSec?.ToString()),
            (AutomationSettings.Retry, command.Retry?.ToString()),
            (AutomationSettings.DryRun, Switch(command.DryRun)),
        }.Where(wanted => wanted.Text is not null).Select(wanted => (wanted.Setting.Key, wanted.Text!));

    private static string? Switch(bool? on) => on is { } value ? value ? "true" : "false" : null;
}
