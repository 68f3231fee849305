package dev.fieldservice.ticket.promises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which time counts. */
@Schema(name = "CountedTime")
public enum Counted {
    ALWAYS,
    /** The hours in which the company works, by its calendar. */
    WORKING_HOURS
}
