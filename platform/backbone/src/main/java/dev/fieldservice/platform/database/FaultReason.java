package dev.fieldservice.platform.database;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.fieldservice.platform.problems.Refused;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Diagnosis of a fault for people who look for its cause: its kind and those of its causes, codes, and places in our code and in
 * what was read. Messages of exceptions are left out, as databases and parsers quote in them what they were given.
 */
public final class FaultReason {

    private static final String OURS = "dev.fieldservice.";
    private static final int MOST_CAUSES = 5;

    private FaultReason() {}

    public static String of(Throwable fault) {
        List<Throwable> chain = Stream.iterate(fault, at -> at != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        String kinds = chain.stream().map(FaultReason::kind).distinct().collect(Collectors.joining(", by "));
        return kinds + place(chain).map(at -> ", at " + at).orElse("");
    }

    private static String kind(Throwable at) {
        return at.getClass().getSimpleName()
                + detail(at).map(said -> " (" + said + ")").orElse("");
    }

    private static Optional<String> detail(Throwable at) {
        return switch (at) {
            case Refused refused -> Optional.of(refused.refusal().code());
            case PgException pg -> Optional.of(state(pg.getSqlState(), pg));
            case SQLException sql -> Optional.of(state(sql.getSQLState(), sql));
            case JsonMappingException json ->
                Optional.of(path(json)).filter(path -> path.length() > 1).or(() -> where(json));
            case JsonProcessingException json -> where(json);
            default -> Optional.empty();
        };
    }

    private static String state(String code, Throwable fault) {
        return code + Faults.violatedConstraint(fault).map(name -> " " + name).orElse("");
    }

    private static String path(JsonMappingException json) {
        return json.getPath().stream()
                .map(at -> at.getFieldName() == null ? String.valueOf(at.getIndex()) : at.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static Optional<String> where(JsonProcessingException json) {
        return Optional.ofNullable(json.getLocation()).map(FaultReason::words);
    }

    private static String words(JsonLocation at) {
        return "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static Optional<String> place(List<Throwable> chain) {
        return chain.stream()
                .flatMap(at -> Arrays.stream(at.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> "%s:%d".formatted(frame.getFileName(), frame.getLineNumber()));
    }
}
