package dev.fieldservice.platform.commands;

import dev.fieldservice.platform.aggregates.By;

/**
 * A command as it was given, whatever brought it: a request, an item of a batch, a row of an import, an errand, a mail.
 *
 * @param by on whose behalf; its {@code commandId} is the idempotency key, the same whenever the command is given again
 * @param operation what is to be done and to which resource, for example {@code POST /v1/tickets}; part of what the key
 *     stands for
 * @param content what the command says, as JSON; null if it says nothing
 */
public record CommandRequest(By by, String operation, Object content) {

    public CommandRequest {
        if (by.commandId() == null) {
            throw new IllegalArgumentException("a command needs a key: " + operation);
        }
    }
}
