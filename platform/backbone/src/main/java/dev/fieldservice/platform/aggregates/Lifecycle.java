package dev.fieldservice.platform.aggregates;

import dev.fieldservice.platform.problems.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The transitions of one state machine, as a table: from × command → to. What is not in the table is refused.
 *
 * @param <S> states
 * @param <C> commands
 */
public final class Lifecycle<S extends Enum<S>, C extends Enum<C>> {

    private final String subject;
    private final Map<S, Map<C, S>> table;

    private Lifecycle(String subject, Map<S, Map<C, S>> table) {
        this.subject = subject;
        this.table = table;
    }

    /** Starts a table for what people call {@code subject}. */
    public static <S extends Enum<S>, C extends Enum<C>> Table<S, C> of(
            String subject, Class<S> states, Class<C> commands) {
        return new Table<>(subject, states, commands);
    }

    /** The state after {@code command}, or a refusal that names the commands that would be taken. */
    public S next(S from, C command) {
        return next(from, command, words -> words);
    }

    /** The same where not all that the table would take is taken. @param offered those of the words that are */
    S next(S from, C command, UnaryOperator<List<String>> offered) {
        return target(from, command)
                .orElseThrow(() -> new Refusal.IllegalTransition(
                                subject, from.name(), word(command), offered.apply(words(from)))
                        .refused());
    }

    public Optional<S> target(S from, C command) {
        return Optional.ofNullable(table.getOrDefault(from, Map.of()).get(command));
    }

    /** The commands taken in this state, as they stand in URLs. */
    public List<String> words(S from) {
        return table.getOrDefault(from, Map.of()).keySet().stream()
                .map(Lifecycle::word)
                .toList();
    }

    private static String word(Enum<?> command) {
        return command.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Collects the rows of the table. */
    public static final class Table<S extends Enum<S>, C extends Enum<C>> {
        private final String subject;
        private final Class<C> commands;
        private final Map<S, Map<C, S>> rows;

        private Table(String subject, Class<S> states, Class<C> commands) {
            this.subject = subject;
            this.commands = commands;
            this.rows = new EnumMap<>(states);
        }

        public Table<S, C> row(S from, C command, S to) {
            S before = rows.computeIfAbsent(from, s -> new EnumMap<>(commands)).put(command, to);
            if (before != null) {
                throw new IllegalArgumentException(from + " × " + command + " stands twice in the table of " + subject);
            }
            return this;
        }

        public Lifecycle<S, C> build() {
            return new Lifecycle<>(subject, Collections.unmodifiableMap(rows));
        }
    }
}
