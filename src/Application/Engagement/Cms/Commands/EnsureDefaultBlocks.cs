using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

/// <summary>
/// Gives a known page the default sections that it lacks; does nothing otherwise. Two readers of an empty page meet in the unique
/// index, and the one who comes second finds everything there.
/// </summary>
public sealed record EnsureDefaultBlocks(string Page, string Lang) : ICommand;

internal sealed class EnsureDefaultBlocksHandler(ICmsBlocks blocks) : ICommandHandler<EnsureDefaultBlocks>
{
    public async Task<Result> Handle(EnsureDefaultBlocks command, CancellationToken ct)
    {
        var wanted = CmsPages.DefaultsOf(command.Page, command.Lang);
        if (wanted.Count == 0)
            return Result.Success;

        var present = await blocks.TypesOn(command.Page, command.Lang, ct);
        foreach (var (order, type) in wanted.Index())
        {
            if (!present.Contains(type))
                await blocks.Add(CmsBlock.Default(command.Page, command.Lang, type, order), ct);
        }

        return Result.Success;
    }
}
