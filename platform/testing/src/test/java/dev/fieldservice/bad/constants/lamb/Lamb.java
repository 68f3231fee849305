package dev.fieldservice.bad.constants.lamb;

import dev.fieldservice.bad.constants.sheep.Sheep;

/** Knows what knows it, but only by a constant: byte code has its value, not where it is from. */
public final class Lamb {
    static final int LEGS = Sheep.LEGS;
}
