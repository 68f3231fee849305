package dev.fieldservice.faults.invariants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an invariant saw. */
final class Findings {

    private final List<String> counts = new ArrayList<>();
    private final List<String> offences = new ArrayList<>();

    void count(String what, long howMany) {
        counts.add(howMany + " " + what);
    }

    void offence(String what) {
        offences.add(what);
    }

    void offences(String what, Collection<?> which) {
        which.forEach(one -> offence(what + ": " + one));
    }

    /** Both have the same members. */
    void same(String one, Set<String> ones, String other, Set<String> others) {
        offences(one + ", but not " + other, without(ones, others));
        offences(other + ", but not " + one, without(others, ones));
    }

    /** Each is there once. */
    void unique(String what, Collection<String> all) {
        Map<String, Integer> times = new HashMap<>();
        all.forEach(one -> times.merge(one, 1, Integer::sum));
        times.forEach((one, count) -> {
            if (count > 1) {
                offence(what + " " + count + " times: " + one);
            }
        });
    }

    static Set<String> without(Collection<String> some, Collection<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    Verdict verdict(String invariant) {
        return new Verdict(invariant, String.join(", ", counts), List.copyOf(offences));
    }
}
