package dev.fieldservice.bench.sql;

import dev.fieldservice.bench.measure.Unmeasurable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the services ask their databases while something happens, read off the server's own log. */
public final class SqlLog {

    /** How the client calls itself that requests and messages use; relay, figures and health ask by another. */
    static final String REQUESTS = "vertx-pg-client";

    private static final Pattern LINE = Pattern.compile("~(\\d+)~([^~]*)~" + REQUESTS + "~ (\\w+):  (?s)(.*)");
    private static final Pattern STATEMENT = Pattern.compile("(?s)(?:execute [^:]*|statement): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?s)\\$\\d+ = (NULL|'(?:[^']++|'')*+')(?:, |$)");
    private static final Duration UNTIL_LOGGED = Duration.ofMillis(700);

    private final Databases databases;
    private final Path file;

    public SqlLog(Databases databases, Path file) {
        this.databases = databases;
        this.file = file;
    }

    /** The transactions per database, in the order in which they ended; a statement of its own is one as well. */
    public Map<String, List<List<LoggedStatement>>> of(Runnable happening) {
        try {
            setting("log_line_prefix", "~%p~%d~%a~ ");
            setting("log_statement", "all");
            long from = Files.size(file);
            happening.run();
            Thread.sleep(UNTIL_LOGGED); // what follows from it in the background belongs to it
            setting("log_statement", "none");
            return transactions(entries(read(from)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("interrupted");
        }
    }

    private void setting(String name, String value) throws InterruptedException {
        try (var connection = databases.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system set %s = '%s'".formatted(name, value));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new Unmeasurable("the server's log could not be set: " + e.getMessage(), e);
        }
        Thread.sleep(UNTIL_LOGGED);
    }

    private String read(long from) throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private record Entry(String process, String database, String level, String text) {}

    /** An entry goes on where lines begin with a tab. */
    private static List<Entry> entries(String text) {
        var entries = new ArrayList<Entry>();
        for (var entry : text.split("\n(?!\t)")) {
            var line = LINE.matcher(entry.replace("\n\t", "\n"));
            if (line.matches()) {
                entries.add(new Entry(line.group(1), line.group(2), line.group(3), line.group(4)));
            }
        }
        return entries;
    }

    private static Map<String, List<List<LoggedStatement>>> transactions(List<Entry> entries) {
        Map<String, List<List<LoggedStatement>>> ended = new LinkedHashMap<>();
        Map<String, List<LoggedStatement>> open = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var logged = STATEMENT.matcher(entry.text());
            if (!entry.level().equals("LOG") || !logged.matches()) {
                continue;
            }
            var statement = new LoggedStatement(logged.group(1).strip(), parameters(entries, i));
            if (statement.begins()) {
                open.put(entry.process(), new ArrayList<>());
            }
            if (open.containsKey(entry.process())) {
                open.get(entry.process()).add(statement);
            }
            if (statement.commits() || !open.containsKey(entry.process())) {
                var whole = Optional.ofNullable(open.remove(entry.process())).orElse(List.of(statement));
                ended.computeIfAbsent(entry.database(), name -> new ArrayList<>())
                        .add(whole);
            }
        }
        return ended;
    }

    private static List<Optional<String>> parameters(List<Entry> entries, int statement) {
        List<Optional<String>> parameters = new ArrayList<>();
        if (statement + 1 < entries.size()
                && entries.get(statement + 1).level().equals("DETAIL")
                && entries.get(statement + 1)
                        .process()
                        .equals(entries.get(statement).process())) {
            var found = PARAMETER.matcher(entries.get(statement + 1).text());
            while (found.find()) {
                var value = found.group(1);
                parameters.add(
                        value.equals("NULL")
                                ? Optional.empty()
                                : Optional.of(
                                        value.substring(1, value.length() - 1).replace("''", "'")));
            }
        }
        return parameters;
    }
}
