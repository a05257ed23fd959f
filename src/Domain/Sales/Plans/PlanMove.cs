namespace VpsPanel.Domain.Sales.Plans;

public enum PlanMove
{
    Publish,
    Archive,
    Unpublish,
}
