using FluentValidation;
using VpsPanel.Application.Identity.Captchas;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Captchas;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

public sealed record RegisterUser(
    string? Username, string? Email, string? Password, string? CaptchaId, string? CaptchaCode, string? Qq, string? Phone,
    string? Language = null)
    : ICommand<RegisteredUser>;

public sealed record RegisteredUser(long Id, string Username, string Email);

internal sealed class RegisterUserValidator : AbstractValidator<RegisterUser>
{
    public RegisterUserValidator()
    {
        RuleFor(command => command.Username).Username();
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Password).NewPassword();
        RuleFor(command => command.Qq).Line(32);
        RuleFor(command => command.Phone).Line(32);
    }
}

internal sealed class RegisterUserHandler(
    IUsers users, ICaptchas captchas, IAttemptLog attempts, IPasswordHasher passwords, ISettings settings, TimeProvider clock)
    : ICommandHandler<RegisterUser, RegisteredUser>
{
    private const string WrongCode = "captcha";

    public async Task<Result<RegisteredUser>> Handle(RegisterUser command, CancellationToken ct)
    {
        if (!await settings.IsOn(AccountSettings.RegisterEnabled, ct))
            return AccountErrors.RegistrationClosed;

        if (await settings.CheckPassword(command.Password!, "password", ct) is { } tooShort)
            return tooShort;

        if (await Solve(command.CaptchaId ?? "", command.CaptchaCode ?? "", ct) is not { } captcha)
            return AccountErrors.CaptchaFailed;

        if (await users.IsTaken(command.Username!, default, ct) || await users.IsTaken(command.Email!, default, ct))
            return AccountErrors.Duplicate;

        // Of two registrations with one captcha the second finds it gone when it commits.
        captchas.Remove(captcha);
        var user = User.Register(
            command.Username!, command.Email!, passwords.Hash(command.Password!), command.Qq ?? "", command.Phone ?? "",
            Languages.Find(command.Language) ?? "");
        await users.Add(user, ct);
        return new RegisteredUser(user.Id.Value, user.Username, user.Email);
    }

    private async Task<Captcha?> Solve(string publicId, string code, CancellationToken ct)
    {
        if (await captchas.FindByPublicId(publicId, ct) is not { } captcha)
            return null;

        var attempt = await attempts.Claim(WrongCode, publicId, Captcha.MaxWrongCodes, Captcha.Lifetime, ct);
        if (attempt.Wait is not null)
            return null;

        var isSolved = captcha.IsSolvedBy(code, clock.GetUtcNow());
        await attempts.Settle(attempt, isSolved);
        return isSolved ? captcha : null;
    }
}
