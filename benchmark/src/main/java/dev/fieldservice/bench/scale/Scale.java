package dev.fieldservice.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./scale} starts. */
public final class Scale {

    static final Path FIGURES = Path.of("docs", "scale-figures.properties");
    static final Path PAGE = Path.of("docs", "scale.md");

    private Scale() {}

    /** @param arguments the root of the working copy; {@code --write}, or nothing to print */
    public static void main(String... arguments) throws IOException {
        var options = List.of(arguments).subList(1, arguments.length);
        if (!options.isEmpty() && !options.equals(List.of("--write"))) {
            System.err.println("./scale [--write]");
            System.exit(2);
        }
        var checkout = Path.of(arguments[0]);
        if (options.isEmpty()) {
            Tables.of(figures(checkout)).forEach((name, table) -> System.out.println(name + "\n\n" + table));
        } else {
            write(checkout);
        }
    }

    static Figures figures(Path checkout) throws IOException {
        return Figures.parse(Files.readString(checkout.resolve(FIGURES)));
    }

    private static void write(Path checkout) throws IOException {
        var figures = figures(checkout);
        var measured = checkout.resolve(Kept.FILE);
        if (Files.exists(measured)) {
            figures = figures.with(Figures.parse(Files.readString(measured)));
            Files.writeString(checkout.resolve(FIGURES), figures.toString());
        }
        var page = checkout.resolve(PAGE);
        Files.writeString(page, Page.with(Tables.of(figures), Files.readString(page)));
    }
}
