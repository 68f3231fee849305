package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.probe.notes.NoteLifecycle.Command;
import dev.fieldservice.probe.notes.NoteLifecycle.State;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** An aggregate with a lifecycle, on which remarks are recorded. */
@Entity
public class Note extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    String title;
    long remarks;

    protected Note() {}

    static Note write(String title, By by) {
        Note note = new Note();
        note.id = Ids.next();
        note.state = State.OPEN;
        note.title = title;
        note.note("WRITE", by, by.at(), title);
        note.tell();
        return note;
    }

    /** Raises the event that carries its state as it is. */
    public void tell() {
        raise(new NoteEvent.Written(id, title));
    }

    void finish(By by) {
        state = move(NoteLifecycle.TABLE, state, Command.FINISH, by, by.at(), null);
    }

    void rename(String newTitle, By by) {
        title = newTitle;
        note("RENAME", by, by.at(), newTitle);
        raise(new NoteEvent.Renamed(id, newTitle));
    }

    /** Counts a remark that is recorded on it; refused with 409 once it is done. */
    void remarked() {
        if (state != State.OPEN) {
            throw new Refusal.IllegalTransition("note", state.name(), "remarks", NoteLifecycle.TABLE.words(state))
                    .refused();
        }
        remarks++;
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public UUID correlationId() {
        return id;
    }
}
