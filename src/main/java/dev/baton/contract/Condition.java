package dev.baton.contract;

import java.util.List;

/** Something the words of an answer must satisfy, whatever its shape. */
sealed interface Condition extends Rule
        permits Conditions.AtMostSentences,
                Conditions.AtMostWords,
                Conditions.AtMostCharacters,
                Conditions.OneMessage,
                Conditions.Measurable,
                Conditions.WithNumbers,
                Conditions.Link,
                Conditions.FileName,
                Conditions.Mentions,
                Conditions.TodayOrLater,
                Conditions.ToLaunch,
                Conditions.AsIn,
                Conditions.OrFrom,
                Conditions.Feel {

    /** False where a limit or a keyword says less about a good answer than an example does. */
    default boolean describesAnAnswer() {
        return !goodAnswer().isEmpty();
    }

    @Override
    default Shape shape() {
        return new Shapes.Text();
    }

    @Override
    default List<Condition> conditions() {
        return List.of(this);
    }
}
