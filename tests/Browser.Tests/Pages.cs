using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>One service and one browser for all tests of pages: starting them takes longer than any test.</summary>
[CollectionDefinition(Name)]
public sealed class Pages : ICollectionFixture<RunningService>, ICollectionFixture<Chromium>
{
    public const string Name = "pages";
}
