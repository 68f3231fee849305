package dev.fieldservice.ticket.company;

import java.time.LocalDate;
import java.util.Optional;

/** On which days the company works. */
public interface WorkDays {

    boolean areWorkedOn(LocalDate day);

    /** What makes it other than its weekday: the holiday or the special day. */
    Optional<String> occasion(LocalDate day);
}
