using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

public enum SystemImageType
{
    Linux,
    Windows,
}

/// <summary>What an admin decides about an image.</summary>
public sealed record SystemImageTerms(long ImageId, string Name, SystemImageType? Type, bool Enabled);

/// <summary>An operating system to install, and the upstream lines that offer it.</summary>
[StreamName("system_image")]
public sealed class SystemImage : AggregateRoot<SystemImageId>
{
    private readonly List<LineSystemImage> _lines = [];

    private SystemImage()
    {
    }

    /// <summary>The upstream's number of the image; 0 means none. Unique otherwise.</summary>
    public long ImageId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Null when nobody said.</summary>
    public SystemImageType? Type { get; private set; }

    public bool Enabled { get; private set; }

    public IReadOnlyCollection<LineSystemImage> Lines => _lines;

    public static Result<SystemImage> Create(SystemImageTerms terms)
    {
        var image = new SystemImage();
        var applied = image.Change(terms);
        return applied.IsSuccess ? image : applied.Error;
    }

    public Result Change(SystemImageTerms terms)
    {
        if (new FieldErrors().UpstreamId("image_id", terms.ImageId).Name("name", terms.Name).Error is { } error)
            return error;

        ImageId = terms.ImageId;
        Name = terms.Name.Trim();
        Type = terms.Type;
        Enabled = terms.Enabled;
        Raise(new CatalogChanged());
        return Result.Success;
    }

    public bool IsOfferedOn(long lineId) => _lines.Any(line => line.LineId == lineId);

    /// <summary>Offers the image on the line; changes nothing when it already is.</summary>
    public void OfferOn(long lineId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lineId, 1);
        if (IsOfferedOn(lineId))
            return;

        _lines.Add(new LineSystemImage(lineId));
        Raise(new CatalogChanged());
    }

    public void WithdrawFrom(long lineId)
    {
        if (_lines.RemoveAll(line => line.LineId == lineId) > 0)
            Raise(new CatalogChanged());
    }

    public void Withdraw() => Raise(new CatalogChanged());
}
