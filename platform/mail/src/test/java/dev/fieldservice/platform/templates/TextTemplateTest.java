package dev.fieldservice.platform.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template written by anybody can do, and that it can do nothing else. */
class TextTemplateTest {

    private static final Map<String, Object> EXAMPLE = Map.of(
            "order",
            "SO-1",
            "later",
            true,
            "anew",
            false,
            "level",
            1,
            "arrival",
            ZonedDateTime.of(2026, 6, 1, 10, 0, 0, 0, ZoneId.of("Europe/Bucharest")),
            "locale",
            Locale.of("ro"),
            "lines",
            List.of(Map.of("name", "A"), Map.of("name", "B")));

    @Test
    void namesConditionsLoopsAndTimesAreFilledIn() {
        String template = """
                Comanda {order}
                {#if anew && order}
                mutată
                {#else if level == 1}
                {time:format(arrival, 'EEEE, d MMMM yyyy, HH:mm', locale)} ({arrival.zone})
                {/if}
                {#for line in lines}
                {line_count}. {line.name}{#if line_hasNext},{/if}
                {/for}
                {! for those who edit it !}\\{order}""";

        assertThat(TextTemplate.read(template).faults(EXAMPLE)).isEmpty();
        assertThat(TextTemplate.read(template).render(EXAMPLE)).isEqualTo("""
                Comanda SO-1
                luni, 1 iunie 2026, 10:00 (Europe/Bucharest)
                1. A,
                2. B
                {order}""");
    }

    @Test
    void whatAValueSaysIsNeverReadAsATemplate() {
        assertThat(TextTemplate.read("{a}").render(Map.of("a", "{b} {#if true}{inject:x}{/if} <b>&")))
                .isEqualTo("{b} {#if true}{inject:x}{/if} <b>&");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{inject:mailTemplates}",
                "{cdi:mailTemplates.all}",
                "{config:property('quarkus.datasource.password')}",
                "{str:eval('{order}')}",
                "{data:order}",
                "{msg:hello}",
                "{io:read('/etc/passwd')}",
                "{time:now}",
                "{time:format(arrival, 'd', locale).getClass}",
                "{time:format(order.getClass, 'd', locale)}",
                "{time:format(arrival, order, locale)}",
                "{order.getClass}",
                "{order.getClass()}",
                "{order.class.forName('java.lang.Runtime')}",
                "{order.length}",
                "{order.repeat(1000000000)}",
                "{order.raw}",
                "{order['class']}",
                "{lines.size}",
                "{lines.get(0)}",
                "{lines.toArray()}",
                "{arrival.zone.rules}",
                "{arrival.getZone}",
                "{locale.displayLanguage}",
                "{this}",
                "{this.getClass}",
                "{order ?: later}",
                "{level + 1}",
                "{lines}",
                "{#if later}{#else}{order.getClass}{/if}",
                "{#if later || order.getClass}x{/if}",
                "{#for line in lines}{line.getClass}{/for}",
                "{#for line in lines.iterator()}x{/for}",
                "{#each 1000000000}x{/each}",
                "{#for i in level}x{/for}",
                "{#for a in lines}{#for b in lines}{#for c in lines}x{/for}{/for}{/for}",
                "{#for line in lines}x{#else}{line}{/for}",
                "{#include base /}",
                "{#include mail/received.ro}{/include}",
                "{#eval order /}",
                "{#let x=order}{x}{/let}",
                "{#with order}{this}{/with}",
                "{#insert x}{/insert}",
                "{#fragment id=x}{/fragment}",
                "{#order}x{/order}",
                "{@java.lang.Runtime runtime}",
                "{#if later}",
                "{/if}",
                "{order",
                "{#if order > 3}x{/if}",
                "{time:format(arrival, 'QQQQQQQQQ', locale)}"
            })
    void whateverElseIsTriedIsAFault(String template) {
        assertThat(faults(template)).isNotEmpty();
    }

    /** What passes the check and what is rendered without one are kept by the same bars. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{inject:mailTemplates}",
                "{cdi:mailTemplates}",
                "{config:property('quarkus.datasource.password')}",
                "{order.getClass}",
                "{order.getClass()}",
                "{lines.size}",
                "{lines.get(0)}",
                "{arrival.zone.rules}",
                "{this}",
                "{#for line in lines}{line.getClass}{/for}"
            })
    void withoutTheCheckNothingOfItIsReachedEither(String template) {
        var read = TextTemplate.read(template);
        assertThatThrownBy(() -> read.render(EXAMPLE)).isInstanceOf(UnfitTemplate.class);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void neitherDepthNorNumberExhaustsAnything() {
        assertThat(faults("{#if " + "(".repeat(4_000) + "later" + ")".repeat(4_000) + "}x{/if}"))
                .isNotEmpty();
        assertThat(faults("{#if later}".repeat(800) + "{/if}".repeat(800)))
                .extracting(TemplateFault::code)
                .containsExactly("too-many-tags");
        assertThat(faults("{order}".repeat(1_400)))
                .extracting(TemplateFault::code)
                .containsExactly("too-many-tags");
        assertThat(faults("{a" + ".a".repeat(4_900) + "}")).isNotEmpty();
    }

    @Test
    void whatGrowsTooLongIsBrokenOff() {
        String template = "{#for line in lines}" + "x".repeat(50) + "{/for}";

        assertThat(TextTemplate.read(template).render(EXAMPLE, 100)).hasSize(100);
        assertThatThrownBy(() -> TextTemplate.read(template).render(EXAMPLE, 99))
                .isInstanceOfSatisfying(
                        UnfitTemplate.class,
                        unfit -> assertThat(unfit.faults())
                                .extracting(TemplateFault::code)
                                .containsExactly("too-long"));
    }

    @ParameterizedTest
    @CsvSource({"x, unknown-name", "order.x, unknown-name", "inject:x, not-allowed", "lines, wrong-kind"})
    void aFaultSaysItsLineAndItsKind(String expression, String code) {
        assertThat(faults("one\n{order}\n{" + expression + "} {" + expression + "}\n{later}\n{#include other /}"))
                .as("a template that cannot be read at all says that first")
                .extracting(TemplateFault::line)
                .containsExactly(5);
        assertThat(faults("one\n{order}\n{" + expression + "}\n"))
                .singleElement()
                .returns(3, TemplateFault::line)
                .returns(code, TemplateFault::code);
    }

    private static List<TemplateFault> faults(String template) {
        try {
            return TextTemplate.read(template).faults(EXAMPLE);
        } catch (UnfitTemplate unfit) {
            return unfit.faults();
        }
    }
}
