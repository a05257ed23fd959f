using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.RealNames;

public static class RealNameErrors
{
    /// <summary>Clients ask for the real name when they read exactly these words.</summary>
    public static Error Required { get; } = Error.Forbidden("realname.required", "real name required");

    public static Error Disabled { get; } = Error.Forbidden("realname.disabled");

    public static Error NotFound { get; } = Error.NotFound("realname.not_found", "realname record not found");

    public static Error TooManyTries(TimeSpan wait) =>
        new(ErrorKind.RateLimited, "realname.too_many_tries", "too many requests") { RetryAfter = wait };
}
