using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Infrastructure.Identity;

/// <summary>On the node that changed somebody's rights the change works at once; on others when their memory runs out.</summary>
internal sealed class AccessEviction(IAccessDirectory people, IKeyDirectory keys) : ICommitListener
{
    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened.Event)
            {
                case UserAccessChanged changed:
                    people.Invalidate(changed.UserId);
                    break;
                case SessionRevoked revoked:
                    people.Invalidate(revoked.UserId);
                    break;
                case PermissionGroupChanged:
                    people.InvalidateAll();
                    keys.InvalidateAll();
                    break;
                case ApiKeyChanged:
                    keys.InvalidateAll();
                    break;
                default:
                    break;
            }
        }
    }
}
