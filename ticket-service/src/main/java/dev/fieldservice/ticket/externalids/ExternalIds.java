package dev.fieldservice.ticket.externalids;

import dev.fieldservice.platform.problems.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** What the other systems call a customer or a site; the database keeps them apart, see {@link Named}. */
public record ExternalIds(List<ExternalId> all) {

    public static final ExternalIds NONE = new ExternalIds(List.of());

    private static final int MOST = 20;

    public boolean contain(ExternalId id) {
        return all.contains(id);
    }

    /** Those of systems of which the others have none, as many as there is room for beside them. */
    public ExternalIds besides(ExternalIds others) {
        return new ExternalIds(all.stream()
                .filter(id ->
                        others.all.stream().noneMatch(other -> other.system().equals(id.system())))
                .limit(MOST - others.all.size())
                .toList());
    }

    public ExternalIds without(ExternalIds others) {
        return new ExternalIds(all.stream().filter(id -> !others.contain(id)).toList());
    }

    /** Another of the same system takes the place of the one before. */
    public ExternalIds with(ExternalId id) {
        List<ExternalId> others =
                all.stream().filter(each -> !each.system().equals(id.system())).toList();
        if (others.size() >= MOST) {
            throw Refusal.RuleViolated.at(
                    "/system", "too-many-external-ids", "At most %d systems are kept of one.".formatted(MOST));
        }
        return new ExternalIds(Stream.concat(others.stream(), Stream.of(id)).toList());
    }
}
