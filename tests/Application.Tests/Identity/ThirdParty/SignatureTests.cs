using System.Text;
using FluentAssertions;
using VpsPanel.Application.Identity.ThirdParty;
using Xunit;

namespace VpsPanel.Application.Tests.Identity.ThirdParty;

/// <summary>The published vectors of the protocol: other people's clients are built on them.</summary>
public sealed class SignatureTests
{
    private const string Secret = "demo-secret";
    private const string Iv = "AAECAwQFBgcICQoL";

    private static readonly byte[] Plain = """{"plan_id":1,"quantity":1}"""u8.ToArray();

    private static readonly byte[] Wire = Convert.FromHexString(
        "54cd9c8d7970c1a5f3388eb2777fc5e400c611e8059a8a4377213e7b0083b1436ebc9f8f464581e8811e");

    [Fact]
    public void A_call_without_a_body_is_signed_over_its_query() =>
        Sign(Call("get", "page=1&per_page=20", "nonce-1", [])).Should().Be("+6JRMqdR7Ycr+USlKLI33tNqM8wv8oyEW4q2gGvqOuk=");

    [Fact]
    public void A_call_with_a_body_is_signed_over_its_bytes() =>
        Sign(Call("POST", "", "nonce-2", Plain)).Should().Be("9Yp7BWOIpbIdZ/KSolnOdb2ybcsTEi9OgK62A/kJ/+c=");

    [Fact]
    public void An_encrypted_call_is_signed_over_the_ciphertext() =>
        Sign(Call("POST", "", "nonce-3", Wire)).Should().Be("FX9aKTz+tnRemqjhUR0oQkE2ayezVRLXYCzSFyC6qK0=");

    [Fact]
    public void An_encrypted_body_opens_under_the_hash_of_the_secret() =>
        Encoding.UTF8.GetString(BodyCipher.Decrypt(Wire, Iv, Secret).Value).Should().Be(Encoding.UTF8.GetString(Plain));

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("AAECAwQFBgcICQo=")]
    [InlineData("AAECAwQFBgcICQoLDA==")]
    [InlineData("AAECAwQFBgcICQ-L")]
    public void An_iv_is_twelve_bytes_in_base64(string iv) =>
        BodyCipher.Decrypt(Wire, iv, Secret).Error!.Code.Should().Be("encryption.bad_iv");

    [Fact]
    public void A_body_that_was_changed_or_cut_does_not_open()
    {
        var changed = Wire.ToArray();
        changed[3] ^= 1;

        foreach (var body in new[] { changed, Wire[..^1], Wire[..16], [] })
            BodyCipher.Decrypt(body, Iv, Secret).Error!.Code.Should().Be("encryption.failed");

        BodyCipher.Decrypt(Wire, Iv, "another secret").Error!.Code.Should().Be("encryption.failed");
    }

    private static string Sign(SignedCall call) => RequestSignature.Of(call, Secret);

    private static SignedCall Call(string method, string query, string nonce, byte[] body) =>
        new(method, "/api/v1/user/orders", query, "key", "1766620800", nonce, "", body, null);
}
