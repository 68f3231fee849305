package dev.fieldservice.systemtests.faults.workload;

/**
 * Somebody who signs in and acts.
 *
 * @param id the token's subject; for a technician also the id of the technician
 */
public record Person(String user, String id) {

    /** All have the same in the demo realm. */
    static final String PASSWORD = "demo";
}
