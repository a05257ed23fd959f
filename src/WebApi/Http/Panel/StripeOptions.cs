namespace VpsPanel.WebApi.Http.Panel;

public sealed class StripeOptions
{
    /// <summary>Of the <c>Stripe-Signature</c> header; empty for none.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>How far a signature's time may be off, either way; 300 for anything below 1.</summary>
    public int ToleranceSeconds { get; set; } = 300;
}
