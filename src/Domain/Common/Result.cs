using System.Diagnostics.CodeAnalysis;

namespace VpsPanel.Domain.Common;

/// <summary>Success, or the one <see cref="Error"/> that refused.</summary>
public interface IOutcome
{
    bool IsSuccess { get; }

    Error? Error { get; }

    /// <summary>The value of a success, null where there is none to give.</summary>
    object? Answer { get; }
}

/// <summary>Lets generic code refuse without knowing which result it returns.</summary>
public interface IOutcome<TSelf> : IOutcome
    where TSelf : IOutcome<TSelf>
{
    static abstract TSelf Refuse(Error error);

    /// <summary>A success that carries an answer given before; null where the result has none.</summary>
    static abstract TSelf Replay(object? answer);

    /// <summary>The type of the value; null where a success carries none.</summary>
    static abstract Type? AnswerType { get; }
}

/// <summary>A refusal or nothing more to say. Never drop one: an architecture test looks.</summary>
public sealed class Result : IOutcome<Result>
{
    private Result(Error? error) => Error = error;

    public static Result Success { get; } = new(null);

    public static Type? AnswerType => null;

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public Error? Error { get; }

    public object? Answer => null;

    public static implicit operator Result(Error error) => new(error);

    public static Result Refuse(Error error) => new(error);

    public static Result Replay(object? answer) => Success;

    /// <summary>For values whose static type is an interface, where C# allows no implicit conversion.</summary>
    public static Result<T> Of<T>(T value) => value;
}

/// <summary>A value, or the one error that refused it.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    public static Type? AnswerType => typeof(T);

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public Error? Error { get; }

    public object? Answer => _value;

    /// <exception cref="InvalidOperationException">The result is a refusal: the caller did not look.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);

    public static Result<T> Refuse(Error error) => new(default, error);

    public static Result<T> Replay(object? answer) => new((T?)answer, null);

    public Result<TOther> Map<TOther>(Func<T, TOther> map) => Error is null ? map(_value!) : Error;
}
