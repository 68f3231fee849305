package dev.fieldservice.billing.invoices;

import dev.fieldservice.platform.aggregates.Lifecycle;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state machine of an invoice. Once issued it is never changed; what is voided rests until it is reinstated. */
public final class InvoiceLifecycle {

    @Schema(name = "InvoiceState")
    public enum State {
        DRAFT,
        ISSUED,
        /** Nothing of it is billed; it stays to be seen. */
        VOIDED
    }

    public enum Command {
        REPRICE,
        /** Follows from events. */
        CORRECT,
        /** Follows from prices that are set, corrected or withdrawn. */
        FOLLOW_PRICES,
        /** A line is added, put right, split, taken out or put back. */
        CHANGE_LINE,
        /** Some lines go to another draft. */
        SPLIT,
        /** It goes to another buyer. */
        MOVE,
        /** Somebody sees to it. */
        ASSIGN_OWNER,
        /** Something is said to the buyer. */
        NOTE,
        ISSUE,
        /** A credit note of it is issued: it stays as it is. */
        CREDIT,
        VOID,
        /** It was voided by mistake. */
        REINSTATE
    }

    public static final Lifecycle<State, Command> TABLE = Lifecycle.of("invoice", State.class, Command.class)
            .row(State.DRAFT, Command.REPRICE, State.DRAFT)
            .row(State.DRAFT, Command.CORRECT, State.DRAFT)
            .row(State.DRAFT, Command.FOLLOW_PRICES, State.DRAFT)
            .row(State.DRAFT, Command.CHANGE_LINE, State.DRAFT)
            .row(State.DRAFT, Command.SPLIT, State.DRAFT)
            .row(State.DRAFT, Command.MOVE, State.DRAFT)
            .row(State.DRAFT, Command.ASSIGN_OWNER, State.DRAFT)
            .row(State.DRAFT, Command.NOTE, State.DRAFT)
            .row(State.DRAFT, Command.ISSUE, State.ISSUED)
            .row(State.DRAFT, Command.VOID, State.VOIDED)
            .row(State.ISSUED, Command.CREDIT, State.ISSUED)
            .row(State.VOIDED, Command.REINSTATE, State.DRAFT)
            .build();

    private InvoiceLifecycle() {}

    /** Follow by themselves, or are told of each line or of what is left. */
    private static final Set<String> NO_WORDS = Set.of("correct", "follow-prices", "change-line", "credit");

    /** What a line takes now. */
    static List<String> wordsOfLine(State state, boolean isTakenOut) {
        if (TABLE.target(state, Command.CHANGE_LINE).isEmpty()) {
            return List.of();
        }
        return isTakenOut ? List.of("put-back") : List.of("correct", "split", "take-out");
    }

    /** What a person may do now, as it stands in the URL. */
    static List<String> words(State state, boolean isCreditable, boolean isReturned) {
        return Stream.of(
                        TABLE.words(state).stream().filter(word -> !NO_WORDS.contains(word)),
                        Stream.of("lines").filter(word -> state == State.DRAFT),
                        Stream.of("credit-notes").filter(word -> isCreditable),
                        Stream.of("correction").filter(word -> isReturned))
                .flatMap(words -> words)
                .toList();
    }
}
