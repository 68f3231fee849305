package dev.fieldservice.platform.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.platform.inbox.Untold.Stretch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who mistypes the stretch must learn it at once, not by what takes effect. */
class StretchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-29T10:00:00Z",
                "2026-11-29T10:00:00Z/",
                "2026-11-29/2026-11-30",
                "2026-11-29T10:00:00Z/2026-11-29T11:00:00Z/",
                "2026-11-29T11:00:00Z/2026-11-29T10:00:00Z",
                "2026-11-29T10:00:00Z/2026-11-29T10:00:00Z"
            })
    void whatIsNoStretchIsRefused(String text) {
        assertThatThrownBy(() -> Stretch.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
