using FluentAssertions;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>The inspection itself: it must find what it is there for.</summary>
public sealed class TransactSqlTests
{
    [Theory]
    [InlineData("select 1 from users limit 1")]
    [InlineData("select id from users order by id offset 0 rows fetch next")]
    [InlineData("select id from users where is_admin")]
    [InlineData("select id::bigint from users")]
    [InlineData("select id from users for update skip locked")]
    [InlineData("insert into users (id) values (1) returning id")]
    [InlineData("select count(*) filter (where id > 1) from users")]
    [InlineData("select id from users order by created_at nulls last")]
    [InlineData("select id from users where plan = 1")]
    [InlineData("select a || b from users")]
    [InlineData("exec(N'create tabel x (id int)')")]
    [InlineData("create table x (id int)\ncreate trigger t on x after insert as select 1")]
    [InlineData("select date_trunc('day', created_at) from users")]
    [InlineData("select sum(case when exists (select 1 from orders o where o.user_id = u.id) then 1 else 0 end) from users u")]
    [InlineData("select sum((select count(*) from orders o)) from users u")]
    [InlineData("select count(*) from (select id from users order by id) u")]
    public void A_text_that_SQL_Server_refuses_is_found(string text) => TransactSql.Faults(text).Should().NotBeEmpty();

    [Theory]
    [InlineData("select top (@take) id from users with (updlock, readpast, rowlock) where status = 'active' order by id")]
    [InlineData("select cast(count(*) as bigint) from users u where lower(u.username) like @q")]
    [InlineData("select id from (select id from users order by id offset 0 rows fetch next 5 rows only) u order by id")]
    [InlineData("exec(N'create trigger t on users instead of delete as throw 51000, ''no'', 1;')")]
    public void A_text_that_SQL_Server_takes_is_left_alone(string text) => TransactSql.Faults(text).Should().BeEmpty();
}
