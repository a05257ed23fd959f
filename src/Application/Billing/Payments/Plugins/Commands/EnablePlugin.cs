using System.Text.Json.Nodes;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Plugins.Commands;

/// <summary>Lets the file with this hash run, and keeps how it describes itself. The provider still has to be switched on.</summary>
public sealed record EnablePlugin(string Key, string Sha256) : ICommand<EnabledPlugin>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("plugin.enable", "payment_plugin", Key, answer);
}

public sealed record EnabledPlugin(string Key, string Name, string Sha256);

internal sealed class EnablePluginValidator : AbstractValidator<EnablePlugin>
{
    public EnablePluginValidator() => RuleFor(command => command.Sha256)
        .Must(hash => hash.Length == 64 && hash.All(char.IsAsciiHexDigit)).WithMessage("must be the SHA-256 of the file, in hex");
}

internal sealed class EnablePluginHandler(IPluginFolder folder, IPluginRunner runner, PaymentProviders providers, SettingEditor editor)
    : ICommandHandler<EnablePlugin, EnabledPlugin>
{
    public async Task<Result<EnabledPlugin>> Handle(EnablePlugin command, CancellationToken ct)
    {
        if ((await folder.List(ct)).FirstOrDefault(file => file.Key == command.Key) is not { } file)
            return PluginErrors.NotFound;

        if (providers.IsBuiltIn(file.Key))
            return PluginErrors.KeyTaken;

        var hash = command.Sha256.ToLowerInvariant();
        var described = await runner.Ask(file.FileName, hash, "describe", [], ct);
        if (!described.IsSuccess)
            return described.Error;

        if (PluginJson.ReadDescription(described.Value) is not { } description)
            return PluginErrors.Garbage;

        var approval = new PluginApproval(file.Key, file.FileName, hash, description.Name, description.Fields);
        var others = (await editor.Current(PluginSettings.Approved, ct)).Where(other => other.Key != file.Key);
        var changed = await editor.Change(PluginSettings.Approved.Key, PluginJson.Write(others.Append(approval)), ct);
        return changed.IsSuccess ? new EnabledPlugin(approval.Key, approval.Name, hash) : changed.Error;
    }
}
