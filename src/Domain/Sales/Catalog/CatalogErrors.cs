using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

public static class CatalogErrors
{
    public static Error RegionNotFound { get; } = Error.NotFound("region.not_found");

    public static Error PlanGroupNotFound { get; } = Error.NotFound("plan_group.not_found");

    public static Error PackageNotFound { get; } = Error.NotFound("package.not_found");

    public static Error SystemImageNotFound { get; } = Error.NotFound("system_image.not_found");

    public static Error BillingCycleNotFound { get; } = Error.NotFound("billing_cycle.not_found");

    public static Error CodeTaken { get; } = Error.Conflict("region.code_taken", "another region has this code");

    public static Error LineTaken { get; } = Error.Conflict("plan_group.line_taken", "another plan group has this line_id");

    public static Error ProductTaken { get; } = Error.Conflict("package.product_taken", "another package of the group has this product_id");

    public static Error ImageTaken { get; } = Error.Conflict("system_image.image_taken", "another image has this image_id");

    public static Error RegionInUse { get; } = Error.Conflict("region.in_use", "the region has plan groups");

    public static Error PlanGroupInUse { get; } = Error.Conflict("plan_group.in_use", "the plan group has packages");

    public static Error NoLine { get; } = Error.Validation("line_id", "line_id required", "plan_group.no_line");

    public static Error SyncRunning { get; } = Error.Conflict("automation.sync_running", "another sync is running");

    public static Error SoldOut { get; } = Error.Conflict("stock.sold_out", "out of stock");

    /// <summary>The same refusal, naming the field that refers to what is missing.</summary>
    public static Error In(this Error error, string field) =>
        error with { Details = new Dictionary<string, string[]> { [field] = [error.Message] } };
}
