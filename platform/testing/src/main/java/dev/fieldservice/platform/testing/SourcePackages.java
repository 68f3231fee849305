package dev.fieldservice.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which packages the sources of a package name, imported or in full; comments do not count. */
final class SourcePackages {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("\\b(dev\\.fieldservice(?:\\.[a-z]\\w*)+)\\.[A-Z]");

    private final Map<String, Set<String>> named = new TreeMap<>();

    private SourcePackages() {}

    /** All modules' main sources under this package. */
    static SourcePackages underMain(String name) {
        return under(Path.of("src", "main", "java").resolve(folder(name)));
    }

    /** All modules' tests under this package. */
    static SourcePackages underTest(String name) {
        return under(Path.of("src", "test", "java").resolve(folder(name)));
    }

    private static String folder(String name) {
        return name.replace('.', '/');
    }

    private static SourcePackages under(Path folder) {
        SourcePackages packages = new SourcePackages();
        try (Stream<Path> modules = Files.walk(checkout(), 2)) {
            List<Path> roots = modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .toList();
            if (roots.isEmpty()) {
                throw new IllegalArgumentException("no sources in " + folder);
            }
            for (Path root : roots) {
                packages.read(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages;
    }

    /** The folder of the whole project, which is known by what it asks of those who work on it. Tests run in their module's. */
    private static Path checkout() {
        Path found = Path.of("").toAbsolutePath();
        while (!Files.exists(found.resolve("CONTRIBUTING.md"))) {
            found = found.getParent();
        }
        return found;
    }

    private void read(Path root) throws IOException {
        try (Stream<Path> sources = Files.walk(root)) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                add(COMMENT.matcher(Files.readString(source)).replaceAll(""));
            }
        }
    }

    private void add(String source) {
        String own = PACKAGE.matcher(source)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        Set<String> others = named.computeIfAbsent(own, any -> new TreeSet<>());
        NAMED.matcher(source)
                .results()
                .map(MatchResult::group)
                .map(type -> type.substring(0, type.lastIndexOf('.')))
                .filter(other -> !other.equals(own))
                .forEach(others::add);
    }

    /** Packages of which each names the next, and the last is the first; empty if there are none. */
    List<String> circle() {
        Set<String> clear = new LinkedHashSet<>();
        return named.keySet().stream()
                .map(start -> circle(start, new LinkedHashSet<>(), clear))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> circle(String at, Set<String> way, Set<String> clear) {
        if (way.contains(at)) {
            List<String> circle = new ArrayList<>(way);
            circle.add(at);
            return circle.subList(circle.indexOf(at), circle.size());
        }
        if (!clear.contains(at)) {
            way.add(at);
            for (String next : named.getOrDefault(at, Set.of())) {
                List<String> found = circle(next, way, clear);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            way.remove(at);
            clear.add(at);
        }
        return List.of();
    }
}
