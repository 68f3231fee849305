package dev.fieldservice.dispatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.dispatch.orders.OrderVisit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarTest {

    @Test
    void longLinesAreFoldedAfterSeventyFiveOctetsAndNeverInsideACharacter() {
        String line = "SUMMARY:" + "ș".repeat(100) + "🔧".repeat(20);

        String folded = ICalendar.folded(line);

        assertThat(List.of(folded.split("\r\n")))
                .hasSizeGreaterThan(3)
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "SUMMARY:Agregat frigorific, vitrină 3 m, pierde agent; ușa nu se închide, alarma sună de ieri",
                "€uro ș 🔧 x",
                "🔧\uD83D x \uDD27"
            })
    void aLineIsFoldedWhereCountingEachCharacterFoldsIt(String some) {
        for (int times = 1; times < 40; times++) {
            String line = some.repeat(times);
            assertThat(ICalendar.folded(line)).isEqualTo(counted(line));
        }
    }

    @Test
    void aCalendarIsNotWrittenWhereItIsAskedFor() {
        AtomicReference<Thread> writer = new AtomicReference<>();
        List<OrderVisit> visits = new AbstractList<>() {
            @Override
            public OrderVisit get(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public int size() {
                writer.set(Thread.currentThread());
                return 0;
            }
        };

        var answered = ICalendar.answer(visits, Instant.EPOCH, null)
                .onFailure(NullPointerException.class)
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(answered).isNull();
        assertThat(writer.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }

    /** Character by character, each written by itself. */
    private static String counted(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String character = Character.toString(line.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > 75) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }

    @Test
    void textCannotEndItsLine() {
        assertThat(ICalendar.text("a;b,c\\d\r\nEND:VEVENT\ne")).isEqualTo("a\\;b\\,c\\\\d\\nEND:VEVENT\\ne");
    }
}
