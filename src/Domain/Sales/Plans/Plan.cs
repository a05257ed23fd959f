using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Plans;

public readonly record struct PlanId(long Value) : IId<PlanId>
{
    public static PlanId From(long value) => new(value);
}

public enum PlanStatus
{
    Draft,
    Active,
    Archived,
}

/// <summary>What an admin decides about a plan.</summary>
/// <param name="Slug">Blank to make one from the name.</param>
/// <param name="TrafficLimitBytes">Of the whole duration, or of one period when it comes back; 0 for no limit.</param>
/// <param name="DevicesLimit">0 for no limit.</param>
public sealed record PlanTerms(
    string Name,
    string Slug,
    string Description,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Features,
    Money Price,
    int DurationDays,
    long TrafficLimitBytes,
    int DevicesLimit,
    int SortOrder,
    PlanStatus Status,
    bool Visible,
    QuotaReset Reset = QuotaReset.None);

/// <summary>A network subscription as it is sold: so many days and so much traffic for a price.</summary>
[StreamName("plan")]
public sealed class Plan : AggregateRoot<PlanId>
{
    public const int MaxName = 128;
    public const int MaxSlug = 128;
    public const int MaxDescription = 2000;

    private Plan()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>Unique.</summary>
    public string Slug { get; private set; } = "";

    public string Description { get; private set; } = "";

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public IReadOnlyList<string> Features { get; private set; } = [];

    public long PriceCents { get; private set; }

    public string Currency { get; private set; } = Money.DefaultCurrency;

    public int DurationDays { get; private set; }

    /// <summary>Of the whole duration, or of one period when it comes back; 0 for no limit.</summary>
    public long TrafficLimitBytes { get; private set; }

    /// <summary>Of those who subscribe from now on.</summary>
    public QuotaReset Reset { get; private set; }

    /// <summary>0 for no limit.</summary>
    public int DevicesLimit { get; private set; }

    public int SortOrder { get; private set; }

    public PlanStatus Status { get; private set; }

    public bool Visible { get; private set; }

    public Money Price => new(PriceCents, Currency);

    public bool IsSold => Status == PlanStatus.Active && Visible;

    public static Result<Plan> Create(PlanTerms terms)
    {
        var plan = new Plan();
        var applied = plan.Change(terms);
        return applied.IsSuccess ? plan : applied.Error;
    }

    public Result Change(PlanTerms terms)
    {
        var slug = PlanSlugs.Of(terms.Slug, terms.Name);
        if (PlanRules.Validate(terms, slug) is { } error)
            return error;

        Name = terms.Name.Trim();
        Slug = slug;
        Description = terms.Description.Trim();
        Tags = [.. terms.Tags.Select(tag => tag.Trim())];
        Features = [.. terms.Features.Select(feature => feature.Trim())];
        PriceCents = terms.Price.Cents;
        Currency = terms.Price.Currency;
        DurationDays = terms.DurationDays;
        TrafficLimitBytes = terms.TrafficLimitBytes;
        Reset = terms.Reset;
        DevicesLimit = terms.DevicesLimit;
        SortOrder = terms.SortOrder;
        Visible = terms.Visible;
        if (terms.Status != Status)
            Move(PlanFlow.To(terms.Status));

        return Result.Success;
    }

    private void Move(PlanMove move) => Status = PlanFlow.Table.Next(Status, move, ActorKind.Admin).Value;
}
