using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions.Commands;

/// <summary>Makes a group, or changes the one with the id. Null keeps a field of an existing one.</summary>
public sealed record SavePermissionGroup(PermissionGroupId? Id, string? Name, string? Description, IReadOnlyList<string>? Permissions)
    : ICommand<GroupView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new(
            Id is null ? "permission_group.create" : "permission_group.update", "permission_group", ((GroupView)answer!).Id.ToString(),
            new { name = Name });
}

internal sealed class SavePermissionGroupValidator : AbstractValidator<SavePermissionGroup>
{
    public SavePermissionGroupValidator()
    {
        RuleFor(command => command.Name).NotEmpty().When(command => command.Id is null || command.Name is not null);
        RuleFor(command => command.Name).Line(64);
        RuleFor(command => command.Description).MaximumLength(500);
        RuleFor(command => command.Permissions).NotNull().When(command => command.Id is null);
        RuleFor(command => command.Permissions)
            .Must(codes => codes is null || (codes.Count <= 500 && codes.All(IsCode)))
            .WithMessage("must be permission codes, * or a prefix such as vps.*");
    }

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= 64 } && code.Trim().All(letter => char.IsAsciiLetterLower(letter) || letter is '.' or '_' or '*');
}

internal sealed class SavePermissionGroupHandler(
    IPermissionGroups groups, IGrantLimit rights) : ICommandHandler<SavePermissionGroup, GroupView>
{
    public async Task<Result<GroupView>> Handle(SavePermissionGroup command, CancellationToken ct)
    {
        if (await rights.MayGrant(command.Permissions ?? [], ct) is { IsSuccess: false } above)
            return above.Error;

        if (command.Name is not null && await groups.FindByName(command.Name, ct) is { } namesake && namesake.Id != command.Id)
            return PermissionErrors.GroupDuplicate;

        if (command.Id is not { } id)
        {
            var created = PermissionGroup.Create(command.Name!, command.Description ?? "", command.Permissions!);
            await groups.Add(created, ct);
            return GroupView.Of(created);
        }

        if (await groups.Find(id, ct) is not { } group)
            return PermissionErrors.GroupNotFound;

        // Whoever cannot grant all of it must not take it away from others either.
        if (await rights.MayGrant(group.GrantList, ct) is { IsSuccess: false } beyond)
            return beyond.Error;

        group.Change(command.Name, command.Description, command.Permissions);
        return GroupView.Of(group);
    }
}
