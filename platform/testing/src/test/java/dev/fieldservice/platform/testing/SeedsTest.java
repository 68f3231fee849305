package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Properties begin at one seed, which no run draws anew: two that are alike see the same. */
class SeedsTest {

    private static final Set<Long> SEEN = ConcurrentHashMap.newKeySet();

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
    void aPropertySeesSomething(@ForAll long number) {
        SEEN.add(number);
    }

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
    void anotherSeesTheSame(@ForAll long number) {
        SEEN.add(number);
    }

    @AfterContainer
    static void unlessTheSeedsAreNew() {
        assertThat(SEEN).hasSize(Seeds.areNew() ? 2 : 1);
    }
}
