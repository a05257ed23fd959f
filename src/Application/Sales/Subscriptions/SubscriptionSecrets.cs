using System.Buffers.Text;
using System.Security.Cryptography;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions;

/// <summary>
/// Makes the secrets of subscriptions and reads them again. A token is found by its hash and shown from its sealed form, so that
/// a copy of the database opens nothing.
/// </summary>
public sealed class SubscriptionSecrets(ISecretProtector protector)
{
    private const int SecretBytes = 32;

    /// <summary>A token and a credential that nobody can guess.</summary>
    public SubscriptionKeys Make() => Make(Random());

    /// <summary>With a token that is given, for demo data.</summary>
    public SubscriptionKeys Make(string token) => new(Hash(token), protector.Protect(token), protector.Protect(Random()));

    public static string Hash(string token) => Hashes.OfToken(token);

    /// <exception cref="InvalidOperationException">The key that stored secrets are encrypted with is another one now.</exception>
    public string TokenOf(Subscription subscription) => Open(subscription.SealedToken);

    /// <summary>What credentials on the nodes are derived from; see <see cref="TokenOf"/>.</summary>
    public string CredentialOf(Subscription subscription) => Open(subscription.SealedCredential);

    private string Open(string @sealed) =>
        protector.Unprotect(@sealed) ?? throw new InvalidOperationException("A stored secret cannot be opened with this key.");

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
}
