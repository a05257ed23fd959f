using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Installation.Commands;

/// <summary>Tries a database during the set-up. Needs the set-up code, because it opens connections to wherever it is told.</summary>
public sealed record CheckDatabase(string? Type, string? ConnectionString, string? SetupCode) : ICommand;

internal sealed class CheckDatabaseHandler(ISetups setups, IUsers users, IDatabaseProbe probe, IAttemptLog attempts, ICurrentActor actor)
    : ICommandHandler<CheckDatabase>
{
    private const string WrongCode = "setup_code";

    public async Task<Result> Handle(CheckDatabase command, CancellationToken ct)
    {
        // An admin may have come by another way, such as the demo data, and left the printed code behind.
        if (await setups.TakeOnly(ct) is not { CompletedAt: null } setup || await users.PrimaryAdmin(ct) is not null)
            return AccountErrors.AlreadyInstalled;

        var address = actor.Address ?? "-";
        var attempt = await attempts.Claim(WrongCode, address, 10, TimeSpan.FromMinutes(15), ct);
        if (attempt.Wait is { } wait)
            return AccountErrors.TooManyAttempts(wait);

        var isRight = Hashes.OfToken(command.SetupCode?.Trim() ?? "") == setup.CodeHash;
        await attempts.Settle(attempt, isRight);
        if (!isRight)
            return AccountErrors.InvalidSetupCode;

        return await probe.FindProblem(command.Type ?? "", command.ConnectionString ?? "", ct) is { } complaint
            ? Error.Validation("db.dsn", complaint, "install.database")
            : Result.Success;
    }
}
