package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.events.DomainEvent;
import java.util.UUID;

/** The domain events about notes, which others are told. */
public sealed interface NoteEvent extends DomainEvent {

    record Written(UUID noteId, String title) implements NoteEvent {}

    record Renamed(UUID noteId, String title) implements NoteEvent {}

    record Remarked(UUID noteId, UUID remarkId, String text) implements NoteEvent {}
}
