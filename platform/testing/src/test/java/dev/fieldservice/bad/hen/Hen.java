package dev.fieldservice.bad.hen;

import dev.fieldservice.bad.egg.Egg;

/** Knows what knows it. */
public final class Hen {
    Egg lays;
}
