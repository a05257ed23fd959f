namespace VpsPanel.WebApi.Http.Security;

/// <summary>Which hands an endpoint is for. Every endpoint carries exactly one of these marks; a test looks.</summary>
internal abstract record EndpointAccess
{
    /// <summary>Anyone, on purpose.</summary>
    public sealed record Public : EndpointAccess;

    /// <summary>Any signed-in person.</summary>
    public sealed record SignedIn : EndpointAccess;

    /// <summary>Any signed-in person with the role <c>user</c>, which an administrator may lack.</summary>
    public sealed record UserRole : EndpointAccess;

    /// <summary>Admins and API keys whose group grants the code.</summary>
    public sealed record Permission(string Code) : EndpointAccess
    {
        /// <summary>Nobody needs the code for the route's <c>id</c> that is their own.</summary>
        public bool OrOwn { get; init; }
    }

    /// <summary>Any administrator, whatever the group says; API keys only when their group grants the code.</summary>
    public sealed record AnyAdmin(string Code) : EndpointAccess;

    /// <summary>An API key with the scope.</summary>
    public sealed record ApiKey(string Scope) : EndpointAccess;
}

internal static class EndpointAccessExtensions
{
    public static TBuilder Public<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.Public());

    /// <summary>Needs the permission code, such as <c>order.approve</c>.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string code)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.Permission(code));

    /// <summary>Needs the code, except from an admin whose own id is the route's <c>id</c>.</summary>
    public static TBuilder NeedsUnlessOwn<TBuilder>(this TBuilder endpoint, string code)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.Permission(code) { OrOwn = true });

    /// <summary>For every admin; the code names the route in the permission list.</summary>
    public static TBuilder AnyAdmin<TBuilder>(this TBuilder endpoint, string code)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.AnyAdmin(code));

    public static TBuilder SignedIn<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.SignedIn());

    /// <summary>Needs the role <c>user</c>.</summary>
    public static TBuilder NeedsUserRole<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.UserRole());

    public static TBuilder ApiKeyScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.SetAccess(new EndpointAccess.ApiKey(scope));

    private static TBuilder SetAccess<TBuilder>(this TBuilder endpoint, EndpointAccess access)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(access).RequireAuthorization();
}
