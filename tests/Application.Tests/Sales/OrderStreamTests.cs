using System.Runtime.CompilerServices;
using FluentAssertions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Sales.Orders;
using Xunit;

namespace VpsPanel.Application.Tests.Sales;

public sealed class OrderStreamTests
{
    [Fact]
    public void The_list_of_names_has_those_of_all_events_and_no_other()
    {
        var events = typeof(OrderEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(OrderEvent)));

        var told = events.Select(type => OrderStream.Describe((OrderEvent)RuntimeHelpers.GetUninitializedObject(type)).Type).Distinct();

        told.Should().HaveCountGreaterThan(10).And.BeEquivalentTo(OrderStream.Types);
    }
}
