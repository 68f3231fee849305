package dev.fieldservice.players.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How requests get to the API: once and plainly, or again and again until they are answered. What is sent is the matter of
 * those who use it.
 */
public interface Driver {

    /** What is made in one service is heard of in the others within this time, also after one of them was killed. */
    int MOST_LOOKS = 600;

    Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** One look, whatever the answer. */
    Answer get(Player who, String path);

    /** Looks until the answer is as wanted. */
    @CanIgnoreReturnValue
    Answer await(Player who, String path, Predicate<Answer> wanted);

    /**
     * A command that may be refused.
     *
     * @param body JSON, or empty for none
     */
    Answer tryPost(Player who, String path, String body);

    /**
     * What a person edits.
     *
     * @param screen shows the version that is edited
     */
    @CanIgnoreReturnValue
    Answer edit(Player who, String screen, String path, String body);

    /** A file, under an address that is the sender's own: it may be sent again, and is there once. */
    @CanIgnoreReturnValue
    Answer upload(Player who, String path, String mediaType, byte[] file);

    /** A command that must be carried out. */
    @CanIgnoreReturnValue
    default Answer post(Player who, String path, String body) {
        return required(tryPost(who, path, body), "POST " + path, who);
    }

    /** The same for what can be carried out but once: it may be tried from several sides. */
    @CanIgnoreReturnValue
    default Answer postOnce(Player who, String path, String body) {
        return post(who, path, body);
    }

    /** A conflict will do: what was to be made is there. */
    default void postIfMissing(Player who, String path, String body) {
        var answer = tryPost(who, path, body);
        if (answer.status() != 409) {
            required(answer, "POST " + path, who);
        }
    }

    /** The same about what was made just now elsewhere, until that is heard of. */
    default void postWhenHeardOf(Player who, String path, String body) {
        var answer = tryPost(who, path, body);
        for (int looks = 0; looks < MOST_LOOKS && isUnheardOf(answer); looks++) {
            Interrupted.pause(BETWEEN_LOOKS);
            answer = tryPost(who, path, body);
        }
        if (answer.status() != 409) {
            required(answer, "POST " + path, who);
        }
    }

    private static boolean isUnheardOf(Answer answer) {
        return answer.status() == 422 && answer.code().equals("unknown-reference");
    }

    /** Makes something; its id. */
    default String create(Player who, String path, String body) {
        return post(who, path, body).text("/id");
    }

    /** A read that has to be answered with what was asked for. */
    @CanIgnoreReturnValue
    default Answer read(Player who, String path) {
        return required(get(who, path), "GET " + path, who);
    }

    /** Looks until the list has an item; its id. */
    default String awaitFirst(Player who, String list) {
        return await(who, list, found -> !found.text("/items/0/id").isEmpty()).text("/items/0/id");
    }

    @CanIgnoreReturnValue
    default Answer awaitState(Player who, String path, String state) {
        return await(who, path, found -> found.text("/state").equals(state));
    }

    @CanIgnoreReturnValue
    static Answer required(Answer answer, String call, Player who) {
        if (!answer.isOk()) {
            throw new CallFailed("%s by %s was answered %s".formatted(call, who.user(), answer));
        }
        return answer;
    }
}
