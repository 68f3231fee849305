package dev.fieldservice.ticket.servicetimes;

import dev.fieldservice.platform.csv.Csv;
import dev.fieldservice.ticket.servicetimes.ServiceTimes.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Measured times for spreadsheets. */
final class ServiceTimesFile {

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("key", "name", "tickets"),
                    Stream.of("response", "resolution")
                            .flatMap(which -> Stream.of(
                                            "Measured",
                                            "P50Minutes",
                                            "P90Minutes",
                                            "P95Minutes",
                                            "Kept",
                                            "Overdue",
                                            "KeptPercent")
                                    .map(what -> which + what)))
            .toList();

    private ServiceTimesFile() {}

    static String write(List<ServiceTimes> times) {
        return Csv.write(
                COLUMNS, times.stream().<List<?>>map(ServiceTimesFile::line).toList());
    }

    private static List<?> line(ServiceTimes times) {
        List<Object> line = new ArrayList<>(Arrays.asList(times.key(), times.name(), times.tickets()));
        line.addAll(columns(times.response()));
        line.addAll(columns(times.resolution()));
        return line;
    }

    private static List<?> columns(Measured time) {
        return Arrays.asList(
                time.measured(),
                time.p50Minutes(),
                time.p90Minutes(),
                time.p95Minutes(),
                time.kept(),
                time.overdue(),
                time.keptPercent());
    }
}
