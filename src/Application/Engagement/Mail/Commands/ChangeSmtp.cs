using System.Net.Mail;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail.Commands;

/// <summary>What is null stays; a password that is blank or its own mask stays too.</summary>
public sealed record ChangeSmtp(string? Host, string? Port, string? Security, string? User, string? Pass, string? From, bool? Enabled)
    : ICommand<SmtpChanges>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("settings.update", "setting", "smtp", ((SmtpChanges)answer!).Items);
}

/// <summary>For the audit row; the password is a mask here.</summary>
public sealed record SmtpChanges(IReadOnlyList<SettingChange> Items);

internal sealed class ChangeSmtpValidator : AbstractValidator<ChangeSmtp>
{
    public ChangeSmtpValidator()
    {
        RuleFor(command => command.Host).Must(IsOneLine).WithMessage("must be one line");
        RuleFor(command => command.User).Must(IsOneLine).WithMessage("must be one line");
        RuleFor(command => command.Pass).Must(IsOneLine).WithMessage("must be one line");
        RuleFor(command => command.From)
            .Must(from => string.IsNullOrWhiteSpace(from) || (IsOneLine(from) && MailAddress.TryCreate(from, out _)))
            .WithMessage("must be an address or Name <address>");
    }

    private static bool IsOneLine(string? text) => text is null || !text.Any(char.IsControl);
}

internal sealed class ChangeSmtpHandler(SettingEditor editor) : ICommandHandler<ChangeSmtp, SmtpChanges>
{
    public async Task<Result<SmtpChanges>> Handle(ChangeSmtp request, CancellationToken cancellationToken)
    {
        var changes = await editor.ChangeAll(
            [
                new("host", SmtpSettings.Host, request.Host?.Trim()),
                new("port", SmtpSettings.Port, string.IsNullOrWhiteSpace(request.Port) && request.Port is not null ? "0" : request.Port),
                new("security", SmtpSettings.Security, request.Security?.Trim().ToLowerInvariant()),
                new("user", SmtpSettings.User, request.User),
                new("pass", SmtpSettings.Password, request.Pass),
                new("from", SmtpSettings.From, request.From?.Trim()),
                new("enabled", SmtpSettings.Enabled, request.Enabled is { } on ? on ? "true" : "false" : null),
            ],
            cancellationToken);
        return changes.IsSuccess ? new SmtpChanges(changes.Value) : changes.Error;
    }
}
