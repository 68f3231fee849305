package dev.fieldservice.probe.attachments;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.probe.notes.Note;
import jakarta.persistence.Entity;
import java.util.UUID;

/** A file that is attached to a note. */
@Entity
public class Attachment extends Recorded {

    UUID noteId;
    String name;
    String mediaType;
    String sha256;
    long size;
    boolean isRemoved;

    protected Attachment() {}

    static Attachment to(Note note, String name, String mediaType, StoredFile file, By by) {
        Attachment attachment = new Attachment();
        attachment.id = Ids.next();
        attachment.noteId = note.id();
        attachment.name = name;
        attachment.mediaType = mediaType;
        attachment.sha256 = file.sha256();
        attachment.size = file.size();
        attachment.note("ATTACH", by, by.at(), name);
        return attachment;
    }

    void remove(By by) {
        isRemoved = true;
        note("REMOVE_ATTACHMENT", by, by.at(), name);
    }

    @Override
    public Subject subject() {
        return new Subject("note", noteId, noteId);
    }
}
