using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Billing.Payments.Plugins.Commands;

/// <summary>Puts a file into the folder of this node. It does not run before an admin enables it.</summary>
/// <param name="FileName">Only its last part counts.</param>
public sealed record UploadPlugin(string FileName, Stream Content, string Password) : ICommand<UploadedPlugin>, IAudited
{
    public AuditRecord Audit(object? answer) => new("plugin.upload", "payment_plugin", ((UploadedPlugin)answer!).Key, answer);
}

/// <param name="Path">The file's name in the folder.</param>
public sealed record UploadedPlugin(bool Ok, string Path, string Key, string Sha256);

internal sealed class UploadPluginHandler(
    IPluginFolder folder, PaymentProviders providers, ISettings settings, IAttemptLog attempts, ICurrentActor actor)
    : ICommandHandler<UploadPlugin, UploadedPlugin>
{
    private const string Failure = "plugin_upload";
    private const int MaxFailures = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public async Task<Result<UploadedPlugin>> Handle(UploadPlugin command, CancellationToken ct)
    {
        if (await Unauthorized(command.Password, ct) is { } failure)
            return failure;

        // Some browsers send the whole path of the client's machine.
        var name = command.FileName[(command.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        if (PluginNames.KeyOf(name) is not { } key)
            return PluginErrors.InvalidName;

        if (providers.IsBuiltIn(key))
            return PluginErrors.KeyTaken;

        return (await folder.Save(name, command.Content, ct)).Map(file => new UploadedPlugin(true, file.FileName, file.Key, file.Sha256));
    }

    private async Task<Error?> Unauthorized(string password, CancellationToken ct)
    {
        var expected = await settings.Get(PluginSettings.UploadPassword, ct);
        if (string.IsNullOrWhiteSpace(expected))
            return PluginErrors.UploadOff;

        var subject = actor.Actor.Identity;
        var attempt = await attempts.Claim(Failure, subject, MaxFailures, Window, ct);
        if (attempt.Wait is { } wait)
            return AccountErrors.TooManyAttempts(wait);

        // Over hashes, which are equally long whatever was sent.
        var isRight = CryptographicOperations.FixedTimeEquals(Hash(expected), Hash(password));
        await attempts.Settle(attempt, isRight);
        return isRight ? null : PluginErrors.InvalidPassword;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
