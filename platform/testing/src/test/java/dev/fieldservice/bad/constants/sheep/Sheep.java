package dev.fieldservice.bad.constants.sheep;

import dev.fieldservice.bad.constants.lamb.Lamb;

/** Has what knows it. */
public final class Sheep {

    /** How many it has. */
    public static final int LEGS = 4;

    Lamb has;
}
