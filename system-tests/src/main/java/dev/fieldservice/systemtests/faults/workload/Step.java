package dev.fieldservice.systemtests.faults.workload;

import java.util.List;

/** A part of the cycle. A new capability adds its step here and is played, struck and checked with the others. */
@FunctionalInterface
interface Step {

    List<Step> CYCLE = List.of(
            new TheCall(),
            new Planning(),
            new OnSite(),
            new PartsUsed(),
            new Paperwork(),
            new Reviewing(),
            new Money());

    /** @throws Phone.GaveUp when something did not happen that should have */
    void play(Job job);
}
