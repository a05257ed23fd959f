using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Site.Commands;

/// <summary>Adds what every installation starts with and this one does not have yet.</summary>
public sealed record PlantStandardData : ICommand;

internal sealed class PlantStandardDataHandler(ISetups setups, StandardData standard) : ICommandHandler<PlantStandardData>
{
    public async Task<Result> Handle(PlantStandardData command, CancellationToken ct)
    {
        var setup = await setups.TakeOnly(ct);
        if (setup is null)
        {
            // Nothing was announced: the demo brings its own administrator.
            setup = Setup.Open(codeHash: "");
            await setups.Add(setup, ct);
        }

        await standard.Plant(setup, ct);
        return Result.Success;
    }
}
