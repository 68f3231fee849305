package dev.fieldservice.platform.http;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** What an operation takes as its body: media types and bytes. */
public final class Taken {

    private static final MemorySizeConverter READER = new MemorySizeConverter();
    private static final long USUAL = bytes(BodyLimit.USUAL);

    private Taken() {}

    static List<String> types(Method operation) {
        return Optional.ofNullable(operation.getAnnotation(BodyTypes.class))
                .map(types -> List.of(types.value()))
                .orElse(List.of(MediaType.APPLICATION_JSON));
    }

    /** Whether the operation reads the body itself. */
    static boolean isUpload(Method operation) {
        return operation.isAnnotationPresent(BodyTypes.class);
    }

    static long limit(Method operation) {
        return Optional.ofNullable(operation.getAnnotation(BodyLimit.class))
                .map(limit -> bytes(limit.value()))
                .orElse(USUAL);
    }

    /** What {@link BodyLimit} says, in bytes. */
    public static long bytes(String limit) {
        return READER.convert(limit).asLongValue();
    }
}
