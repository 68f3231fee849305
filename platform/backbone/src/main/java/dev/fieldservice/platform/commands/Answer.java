package dev.fieldservice.platform.commands;

/**
 * The answer of a command, kept under its idempotency key.
 *
 * @param made true if something new was made, false if something was changed
 * @param body what was made or changed
 * @param version of the aggregate after the command
 * @param location where what was made is found; null otherwise
 */
public record Answer<V>(boolean made, V body, long version, String location) {

    public static <V> Answer<V> changed(V body, long version) {
        return new Answer<>(false, body, version, null);
    }

    public static <V> Answer<V> made(V body, long version, String location) {
        return new Answer<>(true, body, version, location);
    }

    /** An answer, and whether it was given before. */
    public record Given<V>(Answer<V> answer, boolean isReplay) {}
}
