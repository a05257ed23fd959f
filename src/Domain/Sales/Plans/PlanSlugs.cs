namespace VpsPanel.Domain.Sales.Plans;

/// <summary>Names of plans for addresses.</summary>
public static class PlanSlugs
{
    /// <summary>The wanted slug in lower case with hyphens for blanks; made from the name when none is wanted.</summary>
    public static string Of(string wanted, string name)
    {
        var slug = string.IsNullOrWhiteSpace(wanted) ? name.Replace('_', ' ') : wanted;
        return string.Join('-', slug.ToLowerInvariant().Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '-'];
}
