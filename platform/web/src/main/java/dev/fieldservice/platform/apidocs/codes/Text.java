package dev.fieldservice.platform.apidocs.codes;

import java.util.HashSet;
import java.util.Set;

/**
 * What may be known of a value on the stack: the texts that it may be, and the parameters of the method that it may be.
 * Everything else is unknown.
 */
record Text(Set<String> constants, Set<Integer> parameters) {

    static final Text UNKNOWN = new Text(Set.of(), Set.of());

    static Text constant(String text) {
        return new Text(Set.of(text), Set.of());
    }

    static Text parameter(int index) {
        return new Text(Set.of(), Set.of(index));
    }

    /** One or the other, as after {@code ? :}. */
    Text or(Text other) {
        Set<String> all = new HashSet<>(constants);
        all.addAll(other.constants);
        Set<Integer> any = new HashSet<>(parameters);
        any.addAll(other.parameters);
        return new Text(Set.copyOf(all), Set.copyOf(any));
    }
}
