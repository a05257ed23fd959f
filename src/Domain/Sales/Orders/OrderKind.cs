namespace VpsPanel.Domain.Sales.Orders;

/// <summary>A console order sells VPS and changes to them; a plan order sells a network subscription.</summary>
public enum OrderKind
{
    Console,
    Plan,
}
