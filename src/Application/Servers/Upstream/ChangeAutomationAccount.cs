using System.Globalization;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>Changes how the hypervisor panel is reached; what is null stays as it is, and so does a blank or masked key.</summary>
public sealed record ChangeAutomationAccount(string? BaseUrl, string? ApiKey, bool? Enabled, long? TimeoutSec, long? Retry, bool? DryRun)
    : ICommand<IReadOnlyList<SettingChange>>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("automation.update", "integration", "automation", new { changes = answer });
}

internal sealed class ChangeAutomationAccountValidator : AbstractValidator<ChangeAutomationAccount>
{
    public ChangeAutomationAccountValidator() =>
        RuleFor(command => command.BaseUrl).Must(Links.IsService)
            .WithMessage("must be an address such as https://panel.example.com, without login, query and fragment");
}

internal sealed class ChangeAutomationAccountHandler(SettingEditor editor)
    : ICommandHandler<ChangeAutomationAccount, IReadOnlyList<SettingChange>>
{
    public async Task<Result<IReadOnlyList<SettingChange>>> Handle(ChangeAutomationAccount command, CancellationToken ct)
    {
        var changes = await editor.ChangeAll(
            [
                new("base_url", AutomationSettings.BaseUrl, command.BaseUrl?.Trim()),
                new("api_key", AutomationSettings.ApiKey, command.ApiKey),
                new("enabled", AutomationSettings.Enabled, Switch(command.Enabled)),
                new("timeout_sec", AutomationSettings.TimeoutSec, command.TimeoutSec?.ToString(CultureInfo.InvariantCulture)),
                new("retry", AutomationSettings.Retry, command.Retry?.ToString(CultureInfo.InvariantCulture)),
                new("dry_run", AutomationSettings.DryRun, Switch(command.DryRun)),
            ],
            ct);
        return changes.IsSuccess ? changes.Value : changes.Error;
    }

    private static string? Switch(bool? on) => on is { } value ? value ? "true" : "false" : null;
}
