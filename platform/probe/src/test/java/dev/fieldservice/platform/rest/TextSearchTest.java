package dev.fieldservice.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed into a search box must be such that an index can find it. */
class TextSearchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cotroceni",
                "a b Ștefan",
                "100%_",
                "SO-2026",
                "ﬃ",
                "Молоко",
                "冷蔵庫",
                "1 2 3 4 5 6 7 abc",
                "3M",
                "Ng"
            })
    void oneWordAsLongAsANameIsEnough(String typed) {
        assertThat(TextSearch.words(typed)).isNotEmpty();
    }

    @Test
    void whoTypesNothingLooksForNothing() {
        assertThat(TextSearch.words(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b c d e f", "a-b-c-d", "%%%", "q\u0301\u0301\u0301", " "})
    void wordsOfALetterWouldBeFoundInAllTexts(String typed) {
        isRefused(typed, "too-short");
    }

    @Test
    void eightWordsAreLookedForAndNotNine() {
        assertThat(TextSearch.words("abc 2 3 4 5 6 7 8 8")).hasSize(8);
        isRefused("abc 2 3 4 5 6 7 8 9", "too-many-words");
    }

    private static void isRefused(String typed, String code) {
        assertThatThrownBy(() -> TextSearch.words(typed))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::refusal)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.Invalid.class))
                .satisfies(invalid -> assertThat(invalid.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.pointer()).isEqualTo("q"))
                        .extracting(FieldError::code)
                        .isEqualTo(code));
    }
}
