namespace VpsPanel.Application.Sales.Subscriptions;

/// <summary>
/// Answers for a subscription's own choice (null for none) and the templates that it is limited to (empty for all): the template that
/// is in use, 0 when nothing is published, and the published ones that its owner may choose.
/// </summary>
public delegate (long InUse, IReadOnlyList<long> Offered) TemplateChooser(long? chosen, IReadOnlyList<long> limitedTo);
