package dev.fieldservice.probe.wire;

import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import dev.fieldservice.probe.notes.NoteConsumers;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: topics with a handler for the one version, for the other, and for both. */
@ApplicationScoped
public class ProbeListening implements Listening {

    public static final String REMARK_HEARD = "remark-heard";
    public static final String READ_BEFORE = "read-before-version-2";
    public static final String READ_MEANWHILE = "read-in-both-versions";
    public static final String READ_AFTER = "read-after-version-1";

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(REMARK_HEARD, 1, NoteConsumers.RemarkHeard.class, NoteConsumers::heard)
                .on(READ_BEFORE, 1, NoteConsumers.TitleRead.class, NoteConsumers::titleRead)
                .on(READ_MEANWHILE, 1, NoteConsumers.TitleRead.class, NoteConsumers::titleRead)
                .on(READ_MEANWHILE, 2, NoteConsumers.NameRead.class, NoteConsumers::nameRead)
                .on(READ_AFTER, 2, NoteConsumers.NameRead.class, NoteConsumers::nameRead);
    }
}
