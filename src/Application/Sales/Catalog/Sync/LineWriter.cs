using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Sync;

internal sealed class LineWriter(IPlanGroups groups)
{
    public async Task<Result<PlanGroup>> Write(
        UpstreamLine line, RegionId region, PlanGroup? group, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var before = new PlanGroupFields().Over(group);
        var terms = before with { RegionId = region, Name = UpstreamText.Name(line.Name, $"line-{line.Id}"), LineId = line.Id };
        if (group is not null)
        {
            terms = mode == SyncMode.Override ? terms with { Active = line.Active } : terms;
            return terms == before || group.Change(terms) is not { IsSuccess: false, Error: var failure } ? group : failure;
        }

        var created = PlanGroup.Create(terms with { Active = line.Active, Visible = true, CapacityRemaining = Stock.Unlimited });
        if (!created.IsSuccess)
            return created.Error;

        await groups.Add(created.Value, ct);
        tally.Lines++;
        return created;
    }

    public Result SwitchOff(IEnumerable<PlanGroup> gone)
    {
        foreach (var group in gone.Where(group => group.Active))
        {
            var changed = group.Change(new PlanGroupFields(Active: false).Over(group));
            if (!changed.IsSuccess)
                return changed;
        }

        return Result.Success;
    }
}
