using System.Text.Json.Serialization;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>What is done to a VPS that exists, as it was when it was ordered.</summary>
[JsonDerivedType(typeof(VpsExtension), "extension")]
[JsonDerivedType(typeof(VpsResize), "resize")]
[JsonDerivedType(typeof(VpsRefund), "return")]
public abstract record VpsChange;
