package dev.fieldservice.platform.offers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The access of roles to commands, as the annotations of the resources say; read once. */
@Singleton
public class CommandRights {

    private final Map<String, Set<String>> rolesByAddress = new HashMap<>();

    public CommandRights(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                Arrays.stream(bean.getBeanClass().getMethods())
                        .filter(method -> method.isAnnotationPresent(POST.class))
                        .forEach(method -> rolesByAddress.put(address(method), roles(method)));
            }
        }
    }

    /** Those of the words that are commands at this address which one of the roles may give. */
    public List<String> given(String address, List<String> words, Set<String> roles) {
        return words.stream()
                .filter(word -> rolesByAddress.getOrDefault(address + "/" + word, Set.of()).stream()
                        .anyMatch(roles::contains))
                .toList();
    }

    /** The same for the thing at whose address, or below it, an operation is. */
    public List<String> given(Method operation, List<String> words, Set<String> roles) {
        String[] segments = address(operation).split("/", 5);
        int thing = segments.length > 3 && segments[3].startsWith("{") ? 4 : 3;
        return given(String.join("/", Arrays.copyOf(segments, Math.min(thing, segments.length))), words, roles);
    }

    /** The commands that this view offers to one of the roles; empty if it is none that offers any ({@link Offers}). */
    public Optional<List<String>> offered(Object view, Set<String> roles) {
        return Optional.ofNullable(view.getClass().getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .filter(component -> component.isAnnotationPresent(Offers.class))
                .findFirst()
                .map(component -> given(component.getAnnotation(Offers.class).value(), words(component, view), roles));
    }

    private static List<String> words(RecordComponent component, Object view) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return ((List<?>) accessor.invoke(view))
                    .stream().map(String.class::cast).toList();
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static String address(Method operation) {
        String collection =
                operation.getDeclaringClass().getAnnotation(Path.class).value();
        String rest = Optional.ofNullable(operation.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        return ("/" + collection + "/" + rest).replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static Set<String> roles(Method operation) {
        return Optional.ofNullable(operation.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(operation.getDeclaringClass().getAnnotation(RolesAllowed.class)))
                .map(allowed -> Set.of(allowed.value()))
                .orElse(Set.of());
    }
}
