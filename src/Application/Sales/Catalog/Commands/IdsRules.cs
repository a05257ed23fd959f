using FluentValidation;

namespace VpsPanel.Application.Sales.Catalog.Commands;

internal static class IdsRules
{
    private const int MaxIds = 500;

    public static void SomeIds<TMessage, TId>(this IRuleBuilder<TMessage, IReadOnlyList<TId>> rule) => rule
        .NotEmpty().WithMessage("ids required")
        .Must(ids => ids.Count <= MaxIds).WithMessage($"at most {MaxIds} ids");
}
