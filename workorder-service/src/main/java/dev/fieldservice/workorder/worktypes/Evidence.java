package dev.fieldservice.workorder.worktypes;

/**
 * Photos that have to be there.
 *
 * @param kind as photos have it
 */
public record Evidence(String kind, int count) {}
