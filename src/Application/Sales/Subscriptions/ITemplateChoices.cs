namespace VpsPanel.Application.Sales.Subscriptions;

/// <summary>What the profile of a subscription can be made from.</summary>
public interface ITemplateChoices
{
    /// <summary>At most 5 seconds old on other nodes than the one that published.</summary>
    Task<TemplateChooser> Get(CancellationToken ct);
}
