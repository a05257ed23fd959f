using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Installation;

namespace VpsPanel.Application.Identity.Installation.Commands;

/// <summary>Adds what every installation starts with and this one does not have yet.</summary>
public sealed record SeedReferenceData : ICommand;

internal sealed class SeedReferenceDataHandler(ISetups setups, ReferenceData standard) : ICommandHandler<SeedReferenceData>
{
    public async Task<Result> Handle(SeedReferenceData command, CancellationToken ct)
    {
        var setup = await setups.TakeOnly(ct);
        if (setup is null)
        {
            // Nothing was announced: the demo brings its own administrator.
            setup = Setup.Open(codeHash: "");
            await setups.Add(setup, ct);
        }

        await standard.Seed(setup, ct);
        return Result.Success;
    }
}
