using VpsPanel.Benchmarks;

// The yardsticks of build/bench.sh: what the same work costs on the same machine with nothing around it.
switch (args)
{
    case ["bare-bytes", var url, var file]:
        await BareBytes.Serve(url, await File.ReadAllBytesAsync(file));
        return 0;
    case ["bare-order", var url, var connectionString, var orderId, var userId]:
        await BareOrder.Serve(url, connectionString, long.Parse(orderId), long.Parse(userId));
        return 0;
    case ["fill-orders", var connectionString, var userId, var count]:
        await FillOrders.Run(connectionString, long.Parse(userId), int.Parse(count));
        return 0;
    case ["fill-nodes", var connectionString, var count]:
        await FillNodes.Run(connectionString, int.Parse(count));
        return 0;
    case ["find-subscription", var connectionString, var planId]:
        Console.WriteLine(await FillNodes.Subscription(connectionString, long.Parse(planId)));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: bare-bytes URL FILE | bare-order URL CONNECTION ORDER USER | fill-orders CONNECTION USER COUNT"
            + " | fill-nodes CONNECTION COUNT | find-subscription CONNECTION PLAN");
        return 2;
}
