package dev.fieldservice.platform.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a list may be called. @param key the one without which nobody knows what a row is about */
public record ListColumns(String key, List<String> names) {

    Optional<String> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(each -> each.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
