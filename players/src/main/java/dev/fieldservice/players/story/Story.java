package dev.fieldservice.players.story;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.CallFailed;
import dev.fieldservice.players.client.Player;
import java.util.function.Supplier;

/** The narration of a run: what is told of the things that happen; as it stands here, nothing. */
public interface Story {

    Story UNTOLD = new Story() {};

    default void chapter(String title) {}

    default void line(String text) {}

    /** A person does something. */
    @CanIgnoreReturnValue
    default <T> T does(Player who, String what, Supplier<T> action) {
        return action.get();
    }

    /** Something follows by itself from the step before. */
    @CanIgnoreReturnValue
    default <T> T follows(String service, String event, String what, Supplier<T> wait) {
        return wait.get();
    }

    /** Demands what must be so, or the story ends here. */
    default void holds(boolean condition, String what) {
        if (!condition) {
            throw new CallFailed("It does not hold that " + what);
        }
    }
}
