package dev.fieldservice.bad.egg;

import dev.fieldservice.bad.hen.Hen;

/** Knows what knows it. */
public final class Egg {
    Hen becomes;
}
