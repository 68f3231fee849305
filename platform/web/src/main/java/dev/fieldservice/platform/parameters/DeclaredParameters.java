package dev.fieldservice.platform.parameters;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that an operation takes, as its resource method declares them. */
public final class DeclaredParameters {

    private static final Map<Method, List<DeclaredParameter>> KNOWN = new ConcurrentHashMap<>();

    private DeclaredParameters() {}

    public static List<DeclaredParameter> of(Method operation) {
        return KNOWN.computeIfAbsent(operation, DeclaredParameters::read);
    }

    private static List<DeclaredParameter> read(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? fields(parameter.getType())
                        : declared(parameter, parameter.getName(), parameter.getParameterizedType()).stream())
                .toList();
    }

    /** Filters may build on one another. */
    private static Stream<DeclaredParameter> fields(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, type -> type != null && type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .flatMap(field -> field.isAnnotationPresent(BeanParam.class)
                        ? fields(field.getType())
                        : declared(field, field.getName(), field.getGenericType()).stream());
    }

    private static Optional<DeclaredParameter> declared(AnnotatedElement at, String javaName, Type type) {
        return name(at).map(
                        name -> new DeclaredParameter(name.isEmpty() ? javaName : name, element(type), isList(type)));
    }

    private static Optional<String> name(AnnotatedElement at) {
        return Optional.ofNullable(at.getAnnotation(RestQuery.class))
                .map(RestQuery::value)
                .or(() ->
                        Optional.ofNullable(at.getAnnotation(QueryParam.class)).map(QueryParam::value));
    }

    private static boolean isList(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw);
    }

    private static Class<?> element(Type type) {
        return switch (type) {
            case ParameterizedType generic when isList(type) -> (Class<?>) generic.getActualTypeArguments()[0];
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> (Class<?>) type;
        };
    }
}
