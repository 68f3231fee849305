package dev.fieldservice.faults.strikes;

/**
 * Something that goes wrong, struck while people work, and over when {@link #strike} returns: then whatever was taken
 * away is there again.
 */
public interface Fault {

    /** The kind, and what it strikes. */
    String name();

    /**
     * @return false when there was nothing to strike, because nobody came by the point where it waited
     * @throws Exception when the system did not come back
     */
    boolean strike(Field field) throws Exception;
}
