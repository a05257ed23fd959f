using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.ThirdParty.Commands;

/// <summary>
/// Changes what is given. A blank or masked secret stays as it is, a blank key is removed, a blank algorithm counts as not given, and 0 or
/// less seconds mean the default.
/// </summary>
public sealed record ChangeSecuritySetting(
    bool? ThirdPartyApiEnabled, string? ApiKey, string? ApiSecret, string? EncryptionAlgorithm, long? NonceTtlSeconds)
    : ICommand<SecurityChanges>, IChangesSettings
{
    public AuditRecord Audit(object? answer) =>
        new("security_setting.update", "security_setting", "1", new { ((SecurityChanges)answer!).Changes });
}

/// <param name="NewSecret">Null when the secret is the one of before.</param>
public sealed record SecurityChanges(IReadOnlyList<SettingChange> Changes, string? NewSecret);

internal sealed class ChangeSecuritySettingValidator : AbstractValidator<ChangeSecuritySetting>
{
    private static readonly string[] Algorithms = [ThirdPartySettings.AesGcm256, "aes-gcm"];

    public ChangeSecuritySettingValidator()
    {
        RuleFor(command => command.ApiKey).Must(key => key is null || key.Trim().All(letter => letter is > ' ' and <= '~'))
            .WithMessage("must be printable ASCII without blanks, as it travels in a header");
        RuleFor(command => command.ApiKey).MaximumLength(128);
        RuleFor(command => command.ApiSecret).MaximumLength(256);
        RuleFor(command => command.EncryptionAlgorithm)
            .Must(name => string.IsNullOrWhiteSpace(name) || Algorithms.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase))
            .WithMessage($"must be {ThirdPartySettings.AesGcm256}");
        RuleFor(command => command.NonceTtlSeconds).LessThanOrEqualTo(ThirdPartySettings.MaxNonceTtlSeconds);
    }
}

internal sealed class ChangeSecuritySettingHandler(SettingEditor editor) : ICommandHandler<ChangeSecuritySetting, SecurityChanges>
{
    public async Task<Result<SecurityChanges>> Handle(ChangeSecuritySetting command, CancellationToken ct)
    {
        var changed = await editor.ChangeAll(Wanted(command), ct);
        if (!changed.IsSuccess)
            return changed.Error;

        var changes = changed.Value;
        var isNew = changes.Exists(change => change.Key == ThirdPartySettings.ApiSecret.Key);
        return new SecurityChanges(changes, isNew ? command.ApiSecret!.Trim() : null);
    }

    private static IEnumerable<FieldSetting> Wanted(ChangeSecuritySetting command) =>
    [
        new("third_party_api_enabled", ThirdPartySettings.Enabled, command.ThirdPartyApiEnabled is { } on ? on ? "true" : "false" : null),
        new("api_key", ThirdPartySettings.ApiKey, command.ApiKey?.Trim()),
        new("api_secret", ThirdPartySettings.ApiSecret, command.ApiSecret?.Trim()),
        new("encryption_algorithm", ThirdPartySettings.EncryptionAlgorithm,
            string.IsNullOrWhiteSpace(command.EncryptionAlgorithm) ? null : ThirdPartySettings.AesGcm256),
        new("nonce_ttl_seconds", ThirdPartySettings.NonceTtlSeconds, Seconds(command.NonceTtlSeconds)),
    ];

    private static string? Seconds(long? given) => given is { } seconds
        ? (seconds > 0 ? seconds : ThirdPartySettings.DefaultNonceTtlSeconds).ToString()
        : null;
}
