namespace VpsPanel.Benchmarks;

/// <summary>Kestrel that sends the same bytes to everyone: no routing, no token, no JSON. Whoever names a tag has them already.</summary>
internal static class BareBytes
{
    public static Task Serve(string url, byte[] body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context =>
        {
            if (context.Request.Headers.IfNoneMatch.Count > 0)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.Headers.ETag = context.Request.Headers.IfNoneMatch;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        });
        return app.RunAsync();
    }
}
