package dev.fieldservice.bad.util;

/** A bad example: not a capability. */
public final class Helper {}
