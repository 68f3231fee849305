package dev.fieldservice.probe;

import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.probe.wire.ProbeListening;
import dev.fieldservice.probe.wire.ProbeWire;
import java.util.List;
import java.util.stream.Stream;

/** The real servers, with the topics of the probe. */
public class ProbeServers extends RealServers {

    @Override
    protected List<String> furtherTopics() {
        Stream<String> told = Stream.of(ProbeWire.NOTE_WRITTEN, ProbeWire.NOTE_REMARKED, ProbeWire.NOTE_RENAMED);
        Stream<String> heard = new ProbeListening()
                .handlers().topics().stream().flatMap(topic -> Stream.of(topic, topic + ".probe.dlq"));
        return Stream.concat(told, heard).toList();
    }
}
