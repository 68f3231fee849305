package dev.fieldservice.players.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** How somebody sends a command that has to be carried out. */
@FunctionalInterface
public interface Sender {

    /** @param body JSON, or empty for none */
    @CanIgnoreReturnValue
    Answer post(Player who, String path, String body);

    /** Makes something; its id. */
    default String create(Player who, String path, String body) {
        return post(who, path, body).text("/id");
    }
}
