package dev.fieldservice.probe;

import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.probe.notes.NoteConsumers;
import dev.fieldservice.probe.wire.ProbeWire;
import java.util.List;

/** The real servers, with the topics of the probe. */
public class ProbeServers extends RealServers {

    @Override
    protected List<String> furtherTopics() {
        return List.of(
                ProbeWire.NOTE_WRITTEN,
                ProbeWire.NOTE_REMARKED,
                NoteConsumers.REMARK_HEARD,
                NoteConsumers.REMARK_HEARD + ".probe.dlq");
    }
}
