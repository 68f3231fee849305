package dev.fieldservice.systemtests.released;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a migration does, as the version before sees it, which runs beside the new one on the migrated database. */
record Migration(String name, String sql) {

    private static final Pattern SAID_ONLY =
            Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\1\\$|'(?:[^']|'')*'");
    private static final Pattern MADE = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+)");

    /** What breaks it, with the words for it. */
    private static final Map<Pattern, String> BREAKS = Map.of(
            Pattern.compile("^drop (table|view|materialized view|type|sequence|schema|function|extension)\\b"), "drops",
            Pattern.compile("^alter (table|view|type|sequence|index)\\b.*\\brename\\b"), "renames",
            Pattern.compile("^alter table\\b.*\\bdrop column\\b"), "drops a column",
            Pattern.compile("^alter table\\b.*\\balter (column )?[\\w\"]+ (set data )?type\\b"), "changes a type",
            Pattern.compile("^alter table\\b.*\\bset not null\\b"), "demands what was optional",
            Pattern.compile("^alter table\\b.*\\bdrop default\\b"), "takes a default away",
            Pattern.compile("^alter table\\b.*\\badd (constraint|check|unique|primary key|foreign key|exclude)\\b"),
                    "adds a constraint",
            Pattern.compile("^create unique index\\b"), "adds a constraint",
            Pattern.compile(
                            "^create (unique )?index (?!concurrently\\b).*?\\bon (only )?(history|outbox|inbox|idempotency)\\b"),
                    "holds up every command");

    private static final Pattern ADDED_COLUMN =
            Pattern.compile("\\badd column (?:if not exists )?([\\w\"]+) ((?:\\([^)]*\\)|[^,(])*)");
    private static final Pattern TABLE = Pattern.compile(
            "^(?:alter table (?:if exists )?(?:only )?|create unique index .*?\\bon (?:only )?)([\\w.]+)");

    /** Of those that no release had, together: a table that one of them makes may be changed by the next. */
    static Set<String> breaks(Collection<Migration> unreleased) {
        Set<String> made = unreleased.stream()
                .flatMap(migration -> migration.statements().stream())
                .map(MADE::matcher)
                .filter(Matcher::lookingAt)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        unreleased.forEach(migration -> migration.statements().stream()
                .filter(statement -> !concerns(statement, made))
                .forEach(statement -> migration.look(statement, found)));
        return found;
    }

    private static boolean concerns(String statement, Set<String> tables) {
        Matcher table = TABLE.matcher(statement);
        return table.lookingAt() && tables.contains(table.group(1));
    }

    private void look(String statement, Set<String> found) {
        BREAKS.forEach((pattern, what) -> {
            if (pattern.matcher(statement).find()) {
                found.add("%s: %s: %s".formatted(name, what, brief(statement)));
            }
        });
        if (statement.startsWith("alter table")) {
            Matcher column = ADDED_COLUMN.matcher(statement);
            while (column.find()) {
                String definition = column.group(2);
                if (definition.contains("not null")
                        && !definition.contains("default")
                        && !definition.contains("generated")) {
                    found.add("%s: adds what has to be there: %s".formatted(name, column.group(1)));
                }
            }
        }
    }

    private static String brief(String statement) {
        return statement.substring(0, Math.min(statement.length(), 70)).strip();
    }

    /** In small letters and single blanks, without what is only said. */
    private List<String> statements() {
        List<String> all = new ArrayList<>();
        for (String one : SAID_ONLY.matcher(sql).replaceAll("''").split(";")) {
            String statement = one.replace("''", " '' ")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .strip();
            statement = statement.replaceAll("^(?:'' )+", "");
            if (!statement.isEmpty()) {
                all.add(statement);
            }
        }
        return all;
    }
}
