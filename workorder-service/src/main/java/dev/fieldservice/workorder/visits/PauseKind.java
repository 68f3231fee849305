package dev.fieldservice.workorder.visits;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why work rests: people take their break, or wait for something without which they cannot go on. */
@Schema(name = "PauseKind")
public enum PauseKind {
    BREAK,
    WAITING
}
