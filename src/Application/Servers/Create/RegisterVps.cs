using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Create;

/// <summary>An admin writes a VPS down that exists already, or will be looked after elsewhere. Nothing is made upstream.</summary>
public sealed record RegisterVps(NewVps New, string? IdempotencyKey) : IUpstreamCommand<VpsId>;

internal sealed class RegisterVpsValidator : AbstractValidator<RegisterVps>
{
    public RegisterVpsValidator()
    {
        RuleFor(command => command.New).SetValidator(new NewVpsValidator()).OverridePropertyName("");
        RuleFor(command => command.New.InstanceId).Must(id => id.Length == 0 || VpsRules.IsUpstreamResourceId(id))
            .OverridePropertyName("automation_instance_id").WithMessage("must be an id");
    }
}

internal sealed class RegisterVpsHandler(IVpsRepository vpsRepository, MachineIdentity machines, CommandSender sender)
    : IUpstreamCommandHandler<RegisterVps, VpsId>
{
    public async Task<Result<VpsId>> Handle(RegisterVps command, CancellationToken ct)
    {
        var id = command.New.InstanceId;
        var record = new RecordVps(command.New, command.IdempotencyKey);

        // One that is known already was recorded before: the same key gets its answer, any other a refusal.
        if (id.Length == 0 || await vpsRepository.FindByInstance(id, ct) is not null)
            return await sender.Send(record, ct);

        var seen = await machines.LookAt(id, ct);
        return seen.IsSuccess ? await sender.Send(record with { Seen = seen.Value }, ct) : seen.Error;
    }
}
