package dev.fieldservice.platform.http;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** What an operation takes as its body: media types and bytes. */
public final class Taken {

    private static final MemorySizeConverter READER = new MemorySizeConverter();
    private static final long USUAL = bytes(BodyLimit.USUAL);

    /** What the annotations of parameters that stand in the address or the headers are of. */
    private static final Set<String> OF_THE_HEAD =
            Set.of(RestPath.class.getPackageName(), PathParam.class.getPackageName(), Context.class.getPackageName());

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

    /** Whether the operation takes a body: a parameter that comes from nowhere else, or what it reads itself. */
    static boolean isBody(Method operation) {
        return isUpload(operation)
                || Arrays.stream(operation.getParameterAnnotations()).anyMatch(Taken::comesFromTheBody);
    }

    private static boolean comesFromTheBody(Annotation[] parameter) {
        return Arrays.stream(parameter)
                .map(annotation -> annotation.annotationType().getPackageName())
                .noneMatch(OF_THE_HEAD::contains);
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
