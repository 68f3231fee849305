package dev.fieldservice.platform.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where chance begins in tests. Each run takes the same ways, so that it fails because of what was changed and not by luck.
 * {@code -Dwalk.seeds=new} looks for new ways, and {@code -Dwalk.seed=…} takes one of them again: a failure says which.
 */
public final class Seeds {

    static final String ONE = "walk.seed";

    private static final String ALL = "walk.seeds";
    private static final long MOST = 1_000_000_000;

    private Seeds() {}

    /** These, or as many new ones, or the one that is asked for. */
    static List<Long> of(long... usual) {
        Long one = Long.getLong(ONE);
        return one != null
                ? List.of(one)
                : Arrays.stream(usual)
                        .map(seed -> areNew() ? ThreadLocalRandom.current().nextLong(MOST) : seed)
                        .boxed()
                        .toList();
    }

    /** For a test that begins at one. */
    public static long one(long usual) {
        return of(usual).getFirst();
    }

    static boolean areNew() {
        return "new".equals(System.getProperty(ALL));
    }
}
