package dev.fieldservice.platform.aggregates;

import java.util.UUID;

/** Anything with a UUID of version 7 as its id, by which lists are ordered. All that a row needs that is only read. */
public interface Identified {

    UUID id();
}
