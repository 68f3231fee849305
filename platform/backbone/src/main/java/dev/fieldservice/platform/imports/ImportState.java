package dev.fieldservice.platform.imports;

/** How far a list has come. */
public enum ImportState {
    RUNNING,
    DONE,
    /** It failed again and again; an administrator may have it tried once more. */
    GIVEN_UP
}
