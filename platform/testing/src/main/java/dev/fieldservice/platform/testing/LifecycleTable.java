package dev.fieldservice.platform.testing;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a state machine as text, every state × every command, so that a test can show it whole. */
public final class LifecycleTable {

    private static final String REFUSED = "-";

    private LifecycleTable() {}

    /** One line per state and command: {@code NEW + CANCEL = CANCELLED}, or {@code = -} where it is refused. */
    public static <S extends Enum<S>, C extends Enum<C>> String of(
            Lifecycle<S, C> lifecycle, Class<S> states, Class<C> commands) {
        return Arrays.stream(states.getEnumConstants())
                .map(state -> state + ": "
                        + Arrays.stream(commands.getEnumConstants())
                                .map(command -> command + "="
                                        + lifecycle
                                                .target(state, command)
                                                .map(Enum::name)
                                                .orElse(REFUSED))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
