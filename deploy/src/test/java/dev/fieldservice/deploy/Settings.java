package dev.fieldservice.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a deployable can be told by its environment: read off its properties files ({@code ${NAME:default}}, and each key under its
 * name as a variable) and its {@code @ConfigMapping} interfaces.
 */
final class Settings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern INTERFACE = Pattern.compile("\\binterface (\\w+) \\{");
    private static final Pattern METHOD = Pattern.compile("(?s)([\\w<>?,@() .]+?)\\s+(\\w+)\\(\\)\\s*$");

    private final Set<String> placeholders = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> required = new HashSet<>();
    private final Map<String, String> given = new HashMap<>();

    void addProperties(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("%") && line.contains("="))
                .forEach(line -> {
                    String key = line.substring(0, line.indexOf('='));
                    names.add(variable(key));
                    given.putIfAbsent(variable(key), line.substring(key.length() + 1));
                    PLACEHOLDER.matcher(line).results().forEach(found -> placeholders.add(found.group(1)));
                });
    }

    void addMapping(String source) {
        Matcher mapping = MAPPING.matcher(source);
        if (mapping.find()) {
            String body = source.substring(mapping.end())
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("//.*", "")
                    .replaceAll("\"\"\"(?s).*?\"\"\"", "\"\"")
                    .replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"");
            Matcher start = INTERFACE.matcher(body);
            if (start.find()) {
                addKeys(mapping.group(1), block(body, start.end()));
            }
        }
    }

    /** The variables that properties files take values from. */
    Set<String> placeholders() {
        return placeholders;
    }

    /** The variables of keys that have no default and are in no properties file. */
    Set<String> required() {
        Set<String> missing = new HashSet<>(required);
        missing.removeAll(given.keySet());
        return missing;
    }

    /** Of a key in the properties files; a deployable's own go before those of the platform. */
    String value(String key) {
        return given.get(variable(key));
    }

    boolean knows(String variable) {
        return placeholders.contains(variable) || names.contains(variable);
    }

    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void addKeys(String prefix, String body) {
        Map<String, String> nested = new HashMap<>();
        INTERFACE.matcher(body).results().forEach(start -> nested.put(start.group(1), block(body, start.end())));
        for (String statement : withoutBlocks(body).split(";")) {
            Matcher method = METHOD.matcher(statement);
            if (!method.find() || statement.contains("default ")) {
                continue;
            }
            String type = method.group(1).strip();
            String key =
                    prefix + "." + method.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            String inner = nested.get(type.substring(type.lastIndexOf(' ') + 1));
            if (inner != null) {
                addKeys(key, inner);
            } else {
                names.add(variable(key));
                if (!statement.contains("@WithDefault")
                        && !statement.contains("Optional<")
                        && !statement.contains("Map<")) {
                    required.add(variable(key));
                }
            }
        }
    }

    /** What stands between the brace that was just opened and the one that closes it. */
    private static String block(String text, int start) {
        int depth = 1;
        int at = start;
        while (depth > 0) {
            depth += switch (text.charAt(at++)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
        }
        return text.substring(start, at - 1);
    }

    private static String withoutBlocks(String body) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char c : body.toCharArray()) {
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                outside.append(';');
            } else if (depth == 0) {
                outside.append(c);
            }
        }
        return outside.toString();
    }
}
