namespace VpsPanel.Application.Subscriptions;

/// <summary>What the profile of a subscription can be made from.</summary>
public interface ITemplateChoices
{
    /// <summary>At most 5 seconds old on other nodes than the one that published.</summary>
    Task<TemplateChooser> Get(CancellationToken ct);
}

/// <summary>
/// Answers for a subscription's own choice (null for none) and the templates that it is limited to (empty for all): the template that
/// is in use, 0 when nothing is published, and the published ones that its owner may choose.
/// </summary>
public delegate (long InUse, IReadOnlyList<long> Offered) TemplateChooser(long? chosen, IReadOnlyList<long> limitedTo);
