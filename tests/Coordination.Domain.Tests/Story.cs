using System.Text.Json;
using Coordination.Domain.Kernel;
using Shouldly;

namespace Coordination.Domain.Tests;

/// <summary>History, question, answer: what had happened, what somebody asks for, what comes of it.</summary>
internal sealed class Story<TState, TEvent, TCommand>(StreamKind<TState, TEvent, TCommand> kind, TState state)
    where TState : class
    where TEvent : class
    where TCommand : class
{
    public TState State { get; } = state;

    public Story<TState, TEvent, TCommand> Given(Officer by, DateTimeOffset at, params TEvent[] happened) =>
        Given(Known.By(by, at), happened);

    public Story<TState, TEvent, TCommand> Given(Envelope envelope, params TEvent[] happened) =>
        new(kind, happened.Aggregate(State, (state, one) => (TState)kind.Evolve(state, one, envelope)));

    /// <summary>Somebody states a fact, as an agency's system does.</summary>
    public Answer<TState, TEvent, TCommand> When(Officer by, DateTimeOffset at, TEvent fact) => When(by, at, kind.CommandFor(fact));

    public Answer<TState, TEvent, TCommand> When(Officer by, DateTimeOffset at, TCommand command) => When(Known.By(by, at), command);

    public Answer<TState, TEvent, TCommand> When(Envelope envelope, TCommand command) =>
        new(this, command, envelope, kind.Decide(State, command, envelope));
}

internal sealed class Answer<TState, TEvent, TCommand>(
    Story<TState, TEvent, TCommand> before, TCommand command, Envelope envelope, Decision<object> decision)
    where TState : class
    where TEvent : class
    where TCommand : class
{
    /// <summary>Exactly these events, and asking the same again changes nothing.</summary>
    public Story<TState, TEvent, TCommand> Then(params TEvent[] expected)
    {
        var after = ThenEachTime(expected);
        after.When(envelope, command).ThenNothing();
        return after;
    }

    /// <summary>Exactly these events, for the few commands that say something new each time.</summary>
    public Story<TState, TEvent, TCommand> ThenEachTime(params TEvent[] expected)
    {
        decision.Refusal.ShouldBeNull();
        decision.Events.Select(Text).ShouldBe(expected.Select(Text));
        return before.Given(envelope, [.. decision.Events.Cast<TEvent>()]);
    }

    public void ThenRefused(Refusal refusal, params string[] details)
    {
        decision.Refusal?.Code.ShouldBe(refusal.Code);
        decision.Refusal.ShouldNotBeNull();
        if (details.Length > 0)
            decision.Refusal.Details.ShouldBe(details);
    }

    public void ThenNothing()
    {
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldBeEmpty();
    }

    /// <summary>It is allowed; what comes of it is another test's.</summary>
    public void ThenSomething()
    {
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldNotBeEmpty();
    }

    // Lists in records compare by reference; what counts is what would be stored.
    private static string Text(object happened) =>
        $"{happened.GetType().Name} {JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Stored)}";
}

internal static class Story
{
    /// <summary>Nothing has happened yet.</summary>
    public static Story<TState, TEvent, TCommand> Of<TState, TEvent, TCommand>(StreamKind<TState, TEvent, TCommand> kind)
        where TState : class
        where TEvent : class
        where TCommand : class => new(kind, kind.Initial);
}
