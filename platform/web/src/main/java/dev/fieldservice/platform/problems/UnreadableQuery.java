package dev.fieldservice.platform.problems;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Finds the query parameters that cannot be read as what an operation takes. JAX-RS fails on the first of them and does
 * not say which it was.
 */
final class UnreadableQuery {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, long.class, Long.class);

    private UnreadableQuery() {}

    private record Parameter(String name, Class<?> type) {

        static Optional<Parameter> of(AnnotatedElement declared, String javaName, Class<?> type) {
            return Optional.ofNullable(declared.getAnnotation(RestQuery.class))
                    .map(query -> new Parameter(query.value().isEmpty() ? javaName : query.value(), type));
        }

        boolean reads(String value) {
            return type == Boolean.class ? value.matches("true|false") : isMadeOf(value);
        }

        private boolean isMadeOf(String value) {
            return Stream.of("fromString", "valueOf", "parse")
                    .flatMap(name -> maker(name).stream())
                    .findFirst()
                    .map(maker -> makes(maker, value))
                    .orElse(true);
        }

        private Optional<Method> maker(String name) {
            return Arrays.stream(BOXES.getOrDefault(type, type).getMethods())
                    .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                    .filter(method -> method.getParameterTypes()[0].isAssignableFrom(String.class)
                            && method.getParameterTypes()[0] != Object.class)
                    .findFirst();
        }

        private static boolean makes(Method maker, String value) {
            try {
                return maker.invoke(null, value) != null;
            } catch (InvocationTargetException unreadable) {
                return false;
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static List<FieldError> errors(Method operation, MultivaluedMap<String, String> query) {
        return Arrays.stream(operation.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? fields(parameter.getType())
                        : Parameter.of(parameter, parameter.getName(), parameter.getType()).stream())
                .filter(parameter -> query.getOrDefault(parameter.name(), List.of()).stream()
                        .anyMatch(value -> !parameter.reads(value)))
                .map(parameter -> new FieldError(
                        parameter.name(),
                        "invalid-format",
                        "A " + ProblemMapper.name(parameter.type()) + " is expected."))
                .toList();
    }

    private static Stream<Parameter> fields(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredFields())
                .flatMap(field -> Parameter.of(field, field.getName(), field.getType()).stream());
    }
}
