package dev.fieldservice.neighbour;

/** A class of another service, for the bad examples to know. */
public final class Neighbour {}
