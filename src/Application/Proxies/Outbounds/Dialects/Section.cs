namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>The kinds of objects that keys stand in, whatever a dialect calls them.</summary>
internal enum Section
{
    Root,
    Stream,
    Settings,
    Tls,
    Utls,
    Ech,
    Reality,
    Transport,

    /// <summary>Disguise of raw TCP and of kcp.</summary>
    Header,
    Request,
    HttpHeaders,
    Obfs,
    ObfsSettings,
    Bandwidth,
    Plugin,
    Multiplex,
}
