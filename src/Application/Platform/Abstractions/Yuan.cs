using System.Text.Json.Serialization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// Money as the console writes it: a decimal number of yuan on the wire, integer cents inside. Reads a number or text as
/// <see cref="MoneyText"/> has it. Bodies of requests take no sign (<see cref="YuanConverter"/>) unless the field says so.
/// </summary>
[JsonConverter(typeof(SignedYuanConverter))]
public readonly record struct Yuan(long Cents)
{
    public static implicit operator Yuan(Money money) => new(money.Cents);

    public static Yuan Of(Money money) => new(money.Cents);
}
