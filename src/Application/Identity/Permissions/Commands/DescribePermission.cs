using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions.Commands;

/// <summary>Changes how a code is shown; what is null stays.</summary>
public sealed record DescribePermission(
    string Code, string? Name, string? FriendlyName, string? Category, string? ParentCode, int? SortOrder)
    : ICommand<PermissionView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("permission.update", "permission", Code);
}

internal sealed class DescribePermissionValidator : AbstractValidator<DescribePermission>
{
    public DescribePermissionValidator()
    {
        RuleFor(command => command.Name).Line(64);
        RuleFor(command => command.FriendlyName).Line(64);
        RuleFor(command => command.Category).Line(64);
        RuleFor(command => command.ParentCode).Line(64);
    }
}

internal sealed class DescribePermissionHandler(IPermissions permissions, IPermissionCodes codes)
    : ICommandHandler<DescribePermission, PermissionView>
{
    public async Task<Result<PermissionView>> Handle(DescribePermission command, CancellationToken ct)
    {
        var permission = await permissions.FindByCode(command.Code, ct);
        if (permission is null)
        {
            if (PermissionList.Of(codes.All).FirstOrDefault(view => view.Code == command.Code) is not { } known)
                return PermissionErrors.PermissionNotFound;

            permission = Permission.Create(
                known.Code, known.Name, known.FriendlyName, known.Category, known.ParentCode ?? "", known.SortOrder);
            await permissions.Add(permission, ct);
        }

        permission.Describe(command.Name, command.FriendlyName, command.Category, command.ParentCode, command.SortOrder);
        return PermissionList.Of(permission);
    }
}
