namespace VpsPanel.Application.Identity.Users;

/// <summary>Slow, salted hashes; the format carries its own parameters.</summary>
public interface IPasswordHasher
{
    string Hash(string password);

    bool Verify(string hash, string password);

    /// <summary>Takes as long as a check that fails, for accounts that do not exist.</summary>
    void SpendVerificationTime(string password);
}
