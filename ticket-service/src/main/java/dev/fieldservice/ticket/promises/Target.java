package dev.fieldservice.ticket.promises;

import java.time.Duration;

/** How soon somebody comes, and how soon it works again. */
public record Target(Duration respond, Duration resolve, Counted counted) {}
