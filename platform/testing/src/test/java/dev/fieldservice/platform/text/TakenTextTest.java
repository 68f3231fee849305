package dev.fieldservice.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text is kept as, and what names and numbers are compared by. */
class TakenTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u200BB",
                "A\u00ADB",
                "A\u2060B",
                "A\uFEFFB",
                "A\u200DB",
                "A\u200CB",
                "A\u202EB",
                "A\u202AB\u202C",
                "\u2066AB\u2069",
                "AB\u200E",
                "\u200FAB",
                "A\uDB40\uDC41B"
            })
    void whatNobodyCanSeeIsNotKept(String text) {
        assertThat(TakenText.of(text)).isEqualTo("AB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0915\u094D\u200D\u0937",
                "\uD83D\uDC68\u200D\uD83D\uDD27",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\u0600123"
            })
    void whatScriptsAndPicturesAreWrittenWithIsKept(String text) {
        assertThat(TakenText.of(text)).isEqualTo(text);
    }

    @Test
    void anAccentBehindWhatNobodyCanSeeIsOnItsLetter() {
        assertThat(TakenText.of("Fri\u200B\u0301gider")).isEqualTo("Fr\u00EDgider");
    }

    @Test
    void aSeparatorOfLinesIsALineBreak() {
        assertThat(TakenText.of("one\u2028two\u2029three")).isEqualTo("one\ntwo\nthree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", " \u0301x", "\u200B\u0308x", "\uE000", "A\uF8FF", "\uDBC0\uDC00"})
    void whatCannotBeShownIsRefused(String text) {
        assertThatThrownBy(() -> TakenText.of(text)).isInstanceOf(MalformedText.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB f7",
                "abF7",
                "A\u200BB f7",
                "AB\u00ADf7",
                "A\u2060B\u00A0f\uFEFF7",
                "AB\uFE0Ff7",
                "A\u3164Bf7",
                "\uFF21Bf7",
                "A\u034FBf7"
            })
    void whatLooksAlikeIsOne(String text) {
        assertThat(ComparedText.areOne("ABf7", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB-f7", "ABf1", "\u00C4Bf7"})
    void whatLooksDifferentIsNot(String text) {
        assertThat(ComparedText.areOne("ABf7", text)).isFalse();
    }
}
