package dev.fieldservice.workorder.worktypes;

import java.util.Map;
import java.util.TreeMap;

/** How many photos of each kind stand on a job; a map of its own type, so that it is read back as what it was. */
public record PhotoCounts(Map<String, Integer> counts) {

    public static final PhotoCounts NONE = new PhotoCounts(Map.of());

    public PhotoCounts with(String kind, int more) {
        Map<String, Integer> next = new TreeMap<>(counts);
        next.merge(kind, more, Integer::sum);
        return new PhotoCounts(next);
    }

    public int of(String kind) {
        return counts.getOrDefault(kind, 0);
    }
}
