package dev.fieldservice.workorder.reports;

import java.time.Instant;
import java.util.Optional;

/**
 * Which edition a paper is.
 *
 * @param hash of the facts
 * @param address where whoever has the paper asks whether it is genuine
 * @param before the one that it replaces
 */
public record Edition(String number, Instant madeAt, String hash, String address, Optional<Before> before) {

    public record Before(String number, Instant madeAt) {}
}
