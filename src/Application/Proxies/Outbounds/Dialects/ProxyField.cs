namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>What a key of any dialect says. Two keys of one field that say different things are refused.</summary>
internal enum ProxyField
{
    Server,
    Port,
    ServerPort,
    ListenPort,
    Ports,
    HopSeconds,
    Version,
    Method,
    ServerKey,
    AlterId,
    Flow,
    Encryption,
    Plugin,
    PluginMode,
    PluginHost,
    PluginPath,
    PluginTls,
    ObfsWord,
    ObfsType,
    ObfsPassword,
    ObfsOpen,
    UpMbps,
    DownMbps,
    Congestion,
    UdpRelay,

    /// <summary>Whether TLS is on, true or false.</summary>
    Tls,

    /// <summary>An object with settings of TLS was given.</summary>
    TlsObject,

    /// <summary><c>none</c>, <c>tls</c> or <c>reality</c>.</summary>
    Security,

    /// <summary>Whether REALITY is on, true or false.</summary>
    Reality,
    ServerName,
    SkipVerify,
    Alpn,
    Fingerprint,
    UtlsEnabled,
    CertificatePin,
    PublicKeyPin,
    VerifyNames,
    EchEnabled,
    Ech,
    PublicKey,
    ShortId,
    SpiderX,
    Mldsa65Verify,

    Network,

    /// <summary>The transport whose settings were given under its name.</summary>
    NetworkSettings,
    HttpWord,
    Path,
    Host,
    ServiceName,
    GrpcMulti,
    Mode,
    Extra,
    EarlyData,
    EarlyDataHeader,
    HttpUpgrade,
    Authority,
    HeaderType,
    Seed,
    FinalMask,

    MuxEnabled,
    MuxProtocol,
    MuxMaxConnections,
    MuxMinStreams,
    MuxMaxStreams,
    MuxPadding,
}
