package dev.fieldservice.platform.parameters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One query parameter of an operation.
 *
 * @param type of one value
 * @param mayRepeat it is a list: any of its values fits
 */
public record DeclaredParameter(String name, Class<?> type, boolean mayRepeat) {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, long.class, Long.class);

    /** Whether the value can be read as the type; JAX-RS does not say which of the parameters it failed on. */
    public boolean reads(String value) {
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
