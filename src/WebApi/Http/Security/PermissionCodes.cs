using VpsPanel.Application.Identity.Permissions;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>The codes on the marks of the endpoints: a permission exists because a route asks for it.</summary>
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
            .OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];
}
