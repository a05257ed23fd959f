using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>The codes on the marks of the endpoints: a permission exists because a route asks for it, or a command as one of
/// <see cref="PermissionGroup.ExactCodes"/>.</summary>
internal sealed class PermissionCodes(EndpointDataSource endpoints) : IPermissionCodes
{
    private IReadOnlyList<string>? _all;

    public IReadOnlyList<string> All => _all ??=
    [
        .. endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>() switch
            {
                EndpointAccess.Permission(var code) => code,
                EndpointAccess.AnyAdmin(var code) => code,
                _ => null,
            })
            .OfType<string>().Concat(PermissionGroup.ExactCodes).Distinct().Order(StringComparer.Ordinal),
    ];
}
