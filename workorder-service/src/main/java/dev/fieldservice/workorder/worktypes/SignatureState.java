package dev.fieldservice.workorder.worktypes;

/** Whether what the customer said last, be it that they refuse to sign, is about what the job says now. */
public enum SignatureState {
    MISSING,
    /** It was given for an earlier content. */
    OUTDATED,
    STANDS
}
