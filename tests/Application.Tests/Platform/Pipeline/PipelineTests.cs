using FluentAssertions;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Application.Tests.Platform.Pipeline;

public sealed class PipelineTests
{
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly IIdempotencyStore _keys = Substitute.For<IIdempotencyStore>();
    private readonly Script _script = new();

    [Fact]
    public async Task A_command_that_works_is_committed_once_with_its_audit_row()
    {
        var result = await Send(new Paint("blue"), new Actor(ActorKind.Admin, new UserId(1), "root"));

        result.Value.Should().Be("blue wall");
        _work.Received(1).Audit(Arg.Is<AuditRecord>(record => record.TargetId == "blue wall"), Arg.Any<ICurrentActor>());
        await _work.Received(1).Commit(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_a_user_does_leaves_no_audit_row()
    {
        await Send(new Paint("blue"), new Actor(ActorKind.User, new UserId(1), "u"));

        _work.DidNotReceiveWithAnyArgs().Audit(default!, default!);
    }

    [Fact]
    public async Task A_refusal_commits_nothing()
    {
        _script.Outcomes.Enqueue(() => Error.Conflict("wall.wet", "still wet"));

        var result = await Send(new Paint("blue"));

        result.Error!.Code.Should().Be("wall.wet");
        await _work.DidNotReceiveWithAnyArgs().Commit(default);
        await _work.Received(1).Rollback(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_wrong_field_is_named_and_the_handler_never_runs()
    {
        var result = await Send(new Paint(""));

        result.Error!.Kind.Should().Be(ErrorKind.Validation);
        result.Error.Details.Should().ContainKey("colour_name");
        _script.Runs.Should().Be(0);
    }

    [Fact]
    public async Task A_lost_race_is_run_again_after_its_locks_are_let_go()
    {
        _script.Outcomes.Enqueue(() => throw new ConcurrencyConflictException("first"));

        var result = await Send(new Paint("blue"));

        result.Value.Should().Be("blue wall");
        _script.Runs.Should().Be(2);
        await _work.Received(1).Rollback(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_race_lost_again_and_again_is_a_conflict_that_may_be_repeated()
    {
        for (var i = 0; i < 10; i++)
            _script.Outcomes.Enqueue(() => throw new ConcurrencyConflictException("again"));

        var result = await Send(new Paint("blue"));

        result.Error!.Code.Should().Be("conflict.lost_race");
        result.Error.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));
        _script.Runs.Should().Be(5);
    }

    [Fact]
    public async Task A_repeat_gets_the_kept_answer_without_running_again()
    {
        _keys.Fingerprint(Arg.Any<object>()).Returns("same");
        _keys.Claim(default!, default!, default, default).ReturnsForAnyArgs(new StoredResponse("same", "blue wall"));

        var result = await Send(new Paint("blue") { IdempotencyKey = "k" });

        result.Value.Should().Be("blue wall");
        _script.Runs.Should().Be(0);
    }

    [Fact]
    public async Task A_key_with_other_parameters_is_a_mismatch()
    {
        _keys.Fingerprint(Arg.Any<object>()).Returns("other");
        _keys.Claim(default!, default!, default, default).ReturnsForAnyArgs(new StoredResponse("same", "blue wall"));

        var result = await Send(new Paint("red") { IdempotencyKey = "k" });

        result.Error!.Code.Should().Be("idempotency.mismatch");
    }

    [Fact]
    public async Task A_new_key_is_claimed_before_the_handler_and_its_answer_kept_before_the_commit()
    {
        _keys.Fingerprint(Arg.Any<object>()).Returns("same");

        await Send(new Paint("blue") { IdempotencyKey = " k " });

        Received.InOrder(() =>
        {
            _ = _keys.Claim(Arg.Is<IdempotencyScope>(scope => scope.Key == "k"), "same", typeof(string), Arg.Any<CancellationToken>());
            _keys.Store("blue wall");
            _ = _work.Commit(Arg.Any<CancellationToken>());
        });
    }

    [Fact]
    public async Task A_refused_command_leaves_no_audit_row()
    {
        _script.Outcomes.Enqueue(() => Error.Conflict("wall.wet", "still wet"));

        await Send(new Paint("blue"), new Actor(ActorKind.Admin, new UserId(1), "root"));

        _work.DidNotReceiveWithAnyArgs().Audit(default!, default!);
    }

    [Fact]
    public async Task A_replayed_answer_leaves_no_second_audit_row()
    {
        _keys.Fingerprint(Arg.Any<object>()).Returns("same");
        _keys.Claim(default!, default!, default, default).ReturnsForAnyArgs(new StoredResponse("same", "blue wall"));

        await Send(new Paint("blue") { IdempotencyKey = "k" }, new Actor(ActorKind.Admin, new UserId(1), "root"));

        _work.DidNotReceiveWithAnyArgs().Audit(default!, default!);
    }

    [Fact]
    public async Task The_audit_row_is_written_inside_the_unit_of_work_before_its_commit()
    {
        await Send(new Paint("blue"), new Actor(ActorKind.Admin, new UserId(1), "root"));

        Received.InOrder(() =>
        {
            _work.Audit(Arg.Any<AuditRecord>(), Arg.Any<ICurrentActor>());
            _keys.Store("blue wall");
            _ = _work.Commit(Arg.Any<CancellationToken>());
        });
    }

    [Fact]
    public async Task A_message_meets_the_behaviours_that_its_markers_ask_for_in_their_order()
    {
        await using var provider = Services().BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        Behaviours<Paint>(scope).Should().Equal("Logging", "Validation", "ConcurrencyRetry", "Idempotency", "UnitOfWork", "Audit");
        Behaviours<Look>(scope).Should().Equal("Logging", "Validation");
        Behaviours<Knock>(scope).Should().Equal("Logging", "Validation", "ConcurrencyRetry", "UnitOfWork");
    }

    private static IEnumerable<string> Behaviours<TRequest>(AsyncServiceScope scope)
        where TRequest : IRequest<Result<string>> =>
        scope.ServiceProvider.GetServices<IPipelineBehavior<TRequest, Result<string>>>()
            .Select(behaviour => behaviour.GetType().Name.Split("Behaviour")[0]);

    private async Task<Result<string>> Send(Paint command, Actor? actor = null)
    {
        await using var provider = Services().BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(actor ?? Actor.System, "r1", null);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }

    private IServiceCollection Services()
    {
        var services = new ServiceCollection().AddLogging().AddApplication();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_script);
        services.AddScoped(_ => _work);
        services.AddScoped(_ => _keys);
        services.AddScoped<IRequestHandler<Paint, Result<string>>, PaintHandler>();
        services.AddSingleton<IValidator<Paint>, PaintValidator>();
        return services;
    }

    /// <summary>Is neither audited nor idempotent.</summary>
    public sealed record Knock : ICommand<string>;

    public sealed record Look : IQuery<string>;

    [CommandName("test.paint")]
    public sealed record Paint(string ColourName) : ICommand<string>, IIdempotent, IAudited
    {
        public string? IdempotencyKey { get; init; }

        public AuditRecord Audit(object? answer) => new("wall.paint", "wall", (string)answer!);
    }

    private sealed class PaintValidator : AbstractValidator<Paint>
    {
        public PaintValidator() => RuleFor(paint => paint.ColourName).NotEmpty();
    }

    private sealed class PaintHandler(Script script) : ICommandHandler<Paint, string>
    {
        public Task<Result<string>> Handle(Paint request, CancellationToken cancellationToken)
        {
            script.Runs++;
            return Task.FromResult(script.Outcomes.TryDequeue(out var outcome) ? outcome() : $"{request.ColourName} wall");
        }
    }

    private sealed class Script
    {
        public Queue<Func<Result<string>>> Outcomes { get; } = new();

        public int Runs { get; set; }
    }
}
