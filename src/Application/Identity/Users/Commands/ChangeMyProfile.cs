using FluentValidation;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>
/// What is blank stays as it is. A new password or e-mail address takes the current password or a fresh session, and ends the caller's
/// other sessions.
/// </summary>
public sealed record ChangeMyProfile(
    string? Username, string? Email, string? DisplayName, string? Qq, string? Phone, string? Bio, string? Intro, string? Password,
    SessionId? Session, string? Language = null, string? CurrentPassword = null)
    : ICommand<UserView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("profile.update", "user", ((UserView)answer!).Id.ToString());
}

internal sealed class ChangeMyProfileValidator : AbstractValidator<ChangeMyProfile>
{
    public ChangeMyProfileValidator()
    {
        RuleFor(command => command.Username).Username().When(command => !string.IsNullOrWhiteSpace(command.Username));
        RuleFor(command => command.Email).Email().When(command => !string.IsNullOrWhiteSpace(command.Email));
        RuleFor(command => command.DisplayName).Line(64);
        RuleFor(command => command.Qq).Line(32);
        RuleFor(command => command.Phone).Line(32);
        RuleFor(command => command.Bio).MaximumLength(500);
        RuleFor(command => command.Intro).MaximumLength(2000);
        RuleFor(command => command.Password).MaximumLength(AccountRules.MaxPassword);
        RuleFor(command => command.CurrentPassword).MaximumLength(AccountRules.MaxPassword);
        RuleFor(command => command.Language).Must(tag => string.IsNullOrWhiteSpace(tag) || Languages.Find(tag) is not null)
            .WithMessage($"must be one of {string.Join(", ", Languages.All)}");
    }
}

internal sealed class ChangeMyProfileHandler(
    IUsers users, IPasswordHasher passwords, OwnPassword ownPassword, FreshSession fresh, SessionIssuer sessions, ISettings settings,
    ICurrentActor actor) : ICommandHandler<ChangeMyProfile, UserView>
{
    public async Task<Result<UserView>> Handle(ChangeMyProfile command, CancellationToken ct)
    {
        if (await users.Find(actor.UserId, ct) is not { } user)
            return AccountErrors.UserNotFound;

        var isNewAddress = Given(command.Email) is { } email && User.Fold(email) != user.EmailKey;
        if ((isNewAddress || Given(command.Password) is not null) && await Confirm(user, command, ct) is { } unproved)
            return unproved;

        foreach (var login in new[] { Given(command.Username), Given(command.Email) })
        {
            if (login is not null && await users.IsTaken(login, user.Id, ct))
                return AccountErrors.Duplicate;
        }

        if (isNewAddress)
            await sessions.PasswordChanged(user.Id, command.Session, ct);

        user.Edit(new ProfileChange(
            Given(command.Username), Given(command.Email), Given(command.DisplayName), Given(command.Qq), Given(command.Phone),
            Given(command.Bio), Given(command.Intro), Language: Languages.Find(command.Language)));
        if (Given(command.Password) is { } password)
        {
            if (await settings.CheckPassword(password, "password", ct) is { } tooShort)
                return tooShort;

            user.ChangePassword(passwords.Hash(password));
            await sessions.PasswordChanged(user.Id, command.Session, ct);
        }

        return user.View(await sessions.Grants(user, ct));
    }

    private async Task<Error?> Confirm(User user, ChangeMyProfile command, CancellationToken ct) =>
        Given(command.CurrentPassword) is { } password
            ? await ownPassword.Check(user, password, "current_password", ct)
            : await fresh.Require(ct);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
