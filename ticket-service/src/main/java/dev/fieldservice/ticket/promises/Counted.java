package dev.fieldservice.ticket.promises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which time counts. */
@Schema(name = "CountedTime")
public enum Counted {
    ALWAYS,
    /** The hours of the calendar of the site, or of the company where the site has none. */
    WORKING_HOURS
}
