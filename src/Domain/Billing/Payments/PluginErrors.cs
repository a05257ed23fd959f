using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

public static class PluginErrors
{
    public static Error NotFound { get; } = Error.NotFound("plugin.not_found");

    public static Error UploadOff { get; } = Error.Forbidden("plugin.upload_off", "uploads are refused while no upload password is set");

    public static Error InvalidPassword { get; } = Error.Forbidden("plugin.invalid_password", "invalid password");

    public static Error InvalidName { get; } = Error.Validation(
        "file", "file must be named by 1 to 32 letters, digits, dashes and underscores, with or without an extension",
        "plugin.invalid_name");

    public static Error KeyTaken { get; } = Error.Conflict("plugin.key_taken", "another file or a built-in provider has this name");

    public static Error Empty { get; } = Error.Validation("file", "file must not be empty");

    public static Error TooLarge { get; } = new(ErrorKind.TooLarge, "plugin.too_large", "the file is too large");

    public static Error TooMany { get; } = Error.Conflict("plugin.too_many", "the folder holds too many plugins");

    /// <summary>What lies there is not what an admin enabled.</summary>
    public static Error Changed { get; } = Error.Conflict("plugin.changed", "the file is not the one with this SHA-256");

    public static Error Busy { get; } =
        new(ErrorKind.Unavailable, "plugin.busy", "too many plugins are at work") { RetryAfter = TimeSpan.FromSeconds(5) };

    public static Error Timeout { get; } = Error.Upstream("plugin.timeout", "the payment plugin did not answer in time");

    public static Error TooMuch { get; } = Error.Upstream("plugin.too_much", "the payment plugin answered more than it may");

    public static Error Garbage { get; } = Error.Upstream("plugin.garbage", "the answer of the payment plugin is not what it should be");

    public static Error Crashed { get; } = Error.Upstream("plugin.crashed", "the payment plugin ended without an answer");

    /// <summary>For those who try a plugin: what it says is for the log.</summary>
    public static Error WithoutWords(Error error) => error.Code == "plugin.refused" ? Refused("its words are in the log") : error;

    public static Error Refused(string reason) => Error.Upstream("plugin.refused", $"the payment plugin refused: {reason}");
}
