using VpsPanel.Application.Proxies.Outbounds;

namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>The transport of an entry of mihomo: <c>network</c> and its options.</summary>
internal static class ClashTransport
{
    public static void Write(Dictionary<string, object?> entry, ProxyServer server)
    {
        var transport = server.Transport;
        var (network, options) = transport.Kind switch
        {
            Transports.WebSocket or Transports.HttpUpgrade => ("ws", WebSocket(transport)),
            Transports.Http => ("http", Http(transport)),
            Transports.H2 => ("h2", H2(transport)),
            Transports.Grpc => ("grpc", new Dictionary<string, object?> { ["grpc-service-name"] = transport.ServiceName }),
            Transports.Xhttp => ("xhttp", Xhttp(transport)),
            _ => ("tcp", null),
        };
        if (options is null)
            return;

        entry["network"] = network;
        entry[network + "-opts"] = options;
    }

    private static Dictionary<string, object?> WebSocket(ProxyTransport transport)
    {
        var options = new Dictionary<string, object?> { ["path"] = transport.Path };
        if (transport.Host is { } host)
            options["headers"] = new Dictionary<string, object?> { ["Host"] = host };
        if (transport.Kind == Transports.HttpUpgrade)
        {
            options["v2ray-http-upgrade"] = true;
        }
        else if (transport.EarlyData > 0)
        {
            options["max-early-data"] = (long)transport.EarlyData;
            options["early-data-header-name"] = transport.EarlyDataHeader;
        }

        return options;
    }

    private static Dictionary<string, object?> Http(ProxyTransport transport)
    {
        var options = new Dictionary<string, object?> { ["method"] = "GET", ["path"] = new List<object?> { transport.Path } };
        if (transport.Host is { } host)
            options["headers"] = new Dictionary<string, object?> { ["Host"] = new List<object?> { host } };

        return options;
    }

    private static Dictionary<string, object?> H2(ProxyTransport transport)
    {
        var options = new Dictionary<string, object?> { ["path"] = transport.Path };
        if (transport.Host is { } host)
            options["host"] = new List<object?> { host };

        return options;
    }

    private static Dictionary<string, object?> Xhttp(ProxyTransport transport)
    {
        var options = new Dictionary<string, object?> { ["path"] = transport.Path };
        if (transport.Host is { } host)
            options["host"] = host;

        options["mode"] = transport.Mode;
        return options;
    }
}
