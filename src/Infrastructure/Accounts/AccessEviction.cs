using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Infrastructure.Accounts;

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
                    people.Forget(changed.UserId);
                    break;
                case SessionRevoked revoked:
                    people.Forget(revoked.UserId);
                    break;
                case PermissionGroupChanged:
                    people.ForgetAll();
                    keys.ForgetAll();
                    break;
                case ApiKeyChanged:
                    keys.ForgetAll();
                    break;
                default:
                    break;
            }
        }
    }
}
