using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.VpsOrders;

internal static class ErrorPaths
{
    /// <summary>Names the fields of the error as members of a row.</summary>
    public static Error In(this Error error, string row) => error with
    {
        Details = error.Details?.ToDictionary(field => $"{row}.{field.Key}", field => field.Value)
            ?? new Dictionary<string, string[]> { [row] = [error.Message] },
    };
}
