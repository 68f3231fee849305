package dev.fieldservice.dispatch.worktypes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a question is answered. */
@Schema(name = "AnswerKind")
public enum AnswerKind {
    YES_NO,
    NUMBER,
    TEXT,
    CHOICE,
    PHOTO
}
