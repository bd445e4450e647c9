package dev.baton.camunda;

import org.jspecify.annotations.Nullable;

/**
 * One write of a variable.
 *
 * @param type       serializer name: {@code json}, {@code string}, {@code boolean}, {@code object}, …
 * @param definition id of the deployed process that the variable is written in
 * @param scope      the execution that holds the variable; the instance itself where it equals {@code instance}
 * @param activity   id of the diagram element that the holding execution stands at; null on the instance's own level
 * @param task       set where the variable belongs to one user task alone
 * @param starting   true while the instance starts, when a caller may still bring packages
 * @param called     true where another process called this one in the same transaction: the diagram hands over, no person
 * @param direct     true where a command itself sets it, such as a call of REST; false for what a diagram or Baton writes
 * @param text       what is written, as a text; a yes is 1 and a no is 0; null where nothing is
 */
public record VariableWrite(
        String name,
        String type,
        @Nullable String instance,
        @Nullable String definition,
        @Nullable String scope,
        @Nullable String activity,
        @Nullable String task,
        boolean starting,
        boolean called,
        boolean direct,
        @Nullable String text) {

    /** Whether nothing is in the variable: null, or a JSON object without a field. */
    public boolean isEmpty() {
        return type.equals("null") || (type.equals("json") && "{}".equals(text));
    }

    public boolean onInstance() {
        return task == null && scope != null && scope.equals(instance);
    }
}
