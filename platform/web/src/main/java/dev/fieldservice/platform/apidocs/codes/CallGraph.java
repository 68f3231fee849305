package dev.fieldservice.platform.apidocs.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Which of our methods call which, read off the class files. A call of what may be overridden is one of all that may be meant. */
final class CallGraph {

    private final IndexView index;
    private final Map<String, Optional<Type>> types = new HashMap<>();

    CallGraph(IndexView index) {
        this.index = index;
    }

    /** @param methods the calls of each, by name and descriptor */
    private record Type(String parent, List<String> interfaces, Map<String, List<Call>> methods) {}

    /** The calls in the code that a call of this target may run. */
    List<List<Call>> implementations(Call.Target target) {
        String method = target.name() + target.descriptor();
        List<List<Call>> found = new ArrayList<>();
        inherited(target.owner(), method).ifPresent(found::add);
        if (!target.name().startsWith("<")) {
            below(target.owner())
                    .flatMap(type -> type(type).map(Type::methods).map(own -> own.get(method)).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<List<Call>> inherited(String owner, String method) {
        return type(owner)
                .flatMap(type -> Optional.ofNullable(type.methods().get(method))
                        .or(() -> Stream.concat(Stream.ofNullable(type.parent()), type.interfaces().stream())
                                .flatMap(above -> inherited(above, method).stream())
                                .findFirst()));
    }

    private Stream<String> below(String owner) {
        DotName name = DotName.createSimple(owner.replace('/', '.'));
        return Stream.concat(
                        index.getAllKnownSubclasses(name).stream(), index.getAllKnownImplementations(name).stream())
                .map(ClassInfo::name)
                .map(known -> known.toString().replace('.', '/'))
                .distinct();
    }

    private Optional<Type> type(String name) {
        if (!name.startsWith("dev/fieldservice/")) {
            return Optional.empty();
        }
        Optional<Type> known = types.get(name);
        if (known == null) {
            known = read(name);
            types.put(name, known);
        }
        return known;
    }

    private static Optional<Type> read(String name) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name + ".class")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(type(ClassFile.of().parse(file.readAllBytes())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Type type(ClassModel model) {
        Map<String, List<Call>> methods = new HashMap<>();
        model.methods()
                .forEach(method -> methods.put(
                        method.methodName().stringValue() + method.methodType().stringValue(),
                        MethodReader.calls(method)));
        return new Type(
                model.superclass().map(parent -> parent.asInternalName()).orElse(null),
                model.interfaces().stream().map(one -> one.asInternalName()).toList(),
                methods);
    }
}
