using Microsoft.Extensions.Configuration;
using VpsPanel.AutomationSimulator.Catalogue;

namespace VpsPanel.AutomationSimulator;

/// <summary>How one simulator runs; every value has a default that suits a test.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Address to listen on; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Folder of the state file; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    public string ApiKey { get; init; } = "simulator-key";

    /// <summary>Time a new or reinstalled host takes until it runs.</summary>
    public TimeSpan BootDelay { get; init; } = TimeSpan.Zero;

    /// <summary>What it sells.</summary>
    public Offer Offer { get; init; } = Offer.Grown;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public bool LogToConsole { get; init; }

    public static SimulatorOptions FromCommandLine(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();

        // The key may come from the environment, because a command line shows in the process list.
        var key = given["api-key"] ?? Environment.GetEnvironmentVariable("SIMULATOR_API_KEY");
        if (string.IsNullOrWhiteSpace(key)) throw new FormatException("give --api-key KEY or set SIMULATOR_API_KEY");
        if (!int.TryParse(given["boot-delay-ms"] ?? "3000", out var bootDelay) || bootDelay < 0)
            throw new FormatException("--boot-delay-ms is a number of milliseconds, 0 or more");

        return new SimulatorOptions
        {
            Url = given["urls"] ?? "http://127.0.0.1:5390",
            DataFolder = given["data"],
            Offer = Offer.Named(given["offer"] ?? "grown"),
            ApiKey = key,
            BootDelay = TimeSpan.FromMilliseconds(bootDelay),
            LogToConsole = true,
        };
    }
}
