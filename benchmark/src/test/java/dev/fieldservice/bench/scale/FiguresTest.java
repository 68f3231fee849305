package dev.fieldservice.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern QUOTE = Pattern.compile("([\\w./-]+\\.[a-z]+) \"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void whatIsQuotedStandsInTheFileThatIsNamed() throws IOException {
        for (var figure : Scale.figures(CHECKOUT).all().values()) {
            for (var quote : QUOTE.matcher(figure.from()).results().toList()) {
                assertThat(Files.readString(CHECKOUT.resolve(quote.group(1))))
                        .as(figure.name())
                        .contains(quote.group(2));
            }
        }
    }

    @Test
    void eachFigureIsQuotedMeasuredByTheBenchOrSaidToBeAssumed() throws IOException {
        assertThat(Scale.figures(CHECKOUT).all().values())
                .allMatch(figure -> QUOTE.matcher(figure.from()).find()
                        || figure.from().startsWith("./bench ")
                        || figure.from().startsWith("nowhere, assumed: "));
    }

    @Test
    void thereAreAsManyPartitionsAsInTheContracts() throws IOException {
        assertThat(Scale.figures(CHECKOUT).of("partitions")).isEqualTo(Topics.PARTITIONS);
    }

    @Test
    void whatIsNotMeasuredIsKnownButNotANumber() {
        var figures = Figures.parse("# a comment\na.b = - from ./bench P14\n");

        assertThat(figures.of("a.b")).isNaN();
        assertThat(Words.of(figures.of("a.b"), "/s")).isEqualTo("not measured");
        assertThatThrownBy(() -> figures.of("a.%s", "c")).hasMessage("There is no figure a.c");
    }

    @Test
    void whatTheBenchKeepsIsTakenOverAndAllElseStays() throws IOException {
        Kept.add(folder, Map.of("a", 1.0, "b", 23_632.4), "./bench P4, 2026-11-29, at 1234567");
        Kept.add(folder, Map.of("a", 0.012345, "unknown", 5.0), "./bench P6, 2026-11-30, at 89abcde");
        var measured = Figures.parse(Files.readString(folder.resolve(Kept.FILE)));

        var figures = Figures.parse("""
                # said
                a = 303 from docs/speed.md "303"
                c = 6 from nowhere, assumed: six
                b = - from ./bench P4
                """).with(measured);

        assertThat(figures.toString()).isEqualTo("""
                # said
                a = 0.0123 from ./bench P6, 2026-11-30, at 89abcde
                c = 6 from nowhere, assumed: six
                b = 23600 from ./bench P4, 2026-11-29, at 1234567
                """);
        assertThat(figures.of("b")).isEqualTo(23_600);
    }
}
