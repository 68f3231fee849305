package dev.fieldservice.ticket.coverage;

import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.contracts.Allowance.Unit;
import dev.fieldservice.ticket.contracts.Clause;
import dev.fieldservice.ticket.contracts.CoverageKind;
import dev.fieldservice.ticket.contracts.Held;
import dev.fieldservice.ticket.coverage.DecidedLine.Basis;
import dev.fieldservice.ticket.coverage.DecidedLine.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides what is covered of a closed job, by nothing but what was agreed when it was asked for and what was reported. Of warranty,
 * contract and what the contract includes the one that covers most counts; of equals the first of these, and of warranties the
 * oldest. What is included is
 * used for what is not covered already: visits in the order in which they began, then hours in the order in which they were worked.
 */
final class CoverageRules {

    private static final BigDecimal ALL = new BigDecimal(100);
    private static final int DECIMALS = 4;

    private final Agreement agreement;
    private final JobReport job;
    private final Map<Unit, BigDecimal> left = new EnumMap<>(Unit.class);
    private final Map<Unit, BigDecimal> used = new EnumMap<>(Unit.class);
    private final Set<UUID> included = new HashSet<>();
    private final List<DecidedLine> lines = new ArrayList<>();

    /** What was decided. @param used visits, or minutes */
    record Decided(List<DecidedLine> lines, Map<Unit, BigDecimal> used) {}

    private CoverageRules(
            Agreement agreement, JobReport job, Map<Unit, BigDecimal> usable, Map<Unit, BigDecimal> usedElsewhere) {
        this.agreement = agreement;
        this.job = job;
        usable.forEach((unit, amount) -> left.put(
                unit,
                amount.subtract(usedElsewhere.getOrDefault(unit, BigDecimal.ZERO))
                        .max(BigDecimal.ZERO)));
    }

    /**
     * @param usable of what is included, by the ticket
     * @param usedElsewhere of that, by its other jobs
     */
    static Decided decide(
            Agreement agreement, JobReport job, Map<Unit, BigDecimal> usable, Map<Unit, BigDecimal> usedElsewhere) {
        return new CoverageRules(agreement, job, usable, usedElsewhere).all();
    }

    private Decided all() {
        job.usages().stream()
                .sorted(Comparator.comparing(JobReport.Usage::usageId))
                .forEach(usage -> lines.add(line(Kind.PART, usage.usageId(), best(CoverageKind.PART))));
        List<JobReport.Labour> entries = job.labour().stream()
                .filter(entry -> entry.minutes().signum() > 0)
                .sorted(Comparator.comparing(JobReport.Labour::startedAt).thenComparing(JobReport.Labour::entryId))
                .toList();
        includeVisits(entries);
        entries.forEach(entry -> lines.add(time(entry)));
        callOuts(entries);
        lines.add(line(Kind.FIXED_PRICE, job.orderId(), best(CoverageKind.LABOUR)));
        return new Decided(List.copyOf(lines), Map.copyOf(used));
    }

    /** A visit of which everything is covered already uses up none. */
    private void includeVisits(List<JobReport.Labour> entries) {
        for (JobReport.Labour entry : entries) {
            boolean isPaidFor = best(kind(entry)).filter(this::isWhole).isPresent();
            if (!isPaidFor
                    && !included.contains(entry.visit())
                    && take(Unit.VISIT, BigDecimal.ONE).signum() > 0) {
                included.add(entry.visit());
            }
        }
    }

    private DecidedLine time(JobReport.Labour entry) {
        Optional<Cover> best = best(kind(entry));
        Kind kind = Kind.valueOf(entry.kind().name());
        if (best.filter(this::isWhole).isEmpty() && included.contains(entry.visit())) {
            return line(kind, entry.entryId(), Optional.of(allowance(Unit.VISIT, ALL)));
        }
        if (entry.kind() == JobReport.Kind.LABOUR && best.filter(this::isWhole).isEmpty()) {
            return line(kind, entry.entryId(), hours(entry, best));
        }
        return line(kind, entry.entryId(), best);
    }

    /** As much of it as is included, where that is more than is covered otherwise. */
    private Optional<Cover> hours(JobReport.Labour entry, Optional<Cover> best) {
        BigDecimal minutes = left.getOrDefault(Unit.HOUR, BigDecimal.ZERO).min(entry.minutes());
        BigDecimal share = minutes.multiply(ALL).divide(entry.minutes(), DECIMALS, RoundingMode.HALF_UP);
        if (share.compareTo(best.map(Cover::percent).orElse(BigDecimal.ZERO)) <= 0) {
            return best;
        }
        var _ = take(Unit.HOUR, minutes);
        return Optional.of(allowance(Unit.HOUR, share));
    }

    /** One for each visit; where visits are not told apart, one for each entry that may be the first of one. */
    private void callOuts(List<JobReport.Labour> entries) {
        Set<UUID> visits = new HashSet<>();
        for (JobReport.Labour entry : entries) {
            if (entry.visitId() == null || visits.add(entry.visitId())) {
                Optional<Cover> best = best(CoverageKind.TRAVEL);
                boolean isIncluded = best.filter(this::isWhole).isEmpty() && included.contains(entry.visit());
                lines.add(line(
                        Kind.CALL_OUT, entry.entryId(), isIncluded ? Optional.of(allowance(Unit.VISIT, ALL)) : best));
            }
        }
    }

    /** As much as is left of what is wanted. */
    private BigDecimal take(Unit unit, BigDecimal wanted) {
        BigDecimal there = left.getOrDefault(unit, BigDecimal.ZERO).min(wanted);
        left.computeIfPresent(unit, (any, before) -> before.subtract(there));
        if (there.signum() > 0) {
            used.merge(unit, there, BigDecimal::add);
        }
        return there;
    }

    /** @param name of the contract or the warranty */
    private record Cover(BigDecimal percent, Basis basis, UUID agreementId, String name, String clause) {}

    private boolean isWhole(Cover cover) {
        return cover.percent().compareTo(ALL) == 0;
    }

    private Optional<Cover> best(CoverageKind kind) {
        Stream<Cover> warranties = agreement
                .warranties()
                .flatMap(known -> about(known.covered(), kind)
                        .map(clause -> new Cover(
                                clause.percent(), Basis.WARRANTY, known.id(), known.name(), clause.clause())));
        Stream<Cover> contract = Stream.ofNullable(agreement.contract())
                .flatMap(known -> about(known.covered(), kind)
                        .map(clause -> new Cover(
                                clause.percent(), Basis.CONTRACT, known.id(), named(known), clause.clause())));
        return Stream.concat(warranties, contract)
                .reduce((one, other) -> other.percent().compareTo(one.percent()) > 0 ? other : one);
    }

    private static Stream<Clause> about(List<Clause> clauses, CoverageKind kind) {
        return clauses.stream().filter(clause -> clause.isAbout(kind));
    }

    private Cover allowance(Unit unit, BigDecimal percent) {
        Held held =
                agreement.held().filter(each -> each.unit() == unit).findFirst().orElseThrow();
        return new Cover(
                percent, Basis.ALLOWANCE, agreement.contract().id(), named(agreement.contract()), held.clause());
    }

    private static String named(Agreement.Contracted contract) {
        return contract.number() + " " + contract.name();
    }

    private DecidedLine line(Kind kind, UUID source, Optional<Cover> cover) {
        return cover.map(by -> new DecidedLine(
                        kind, source, by.percent(), by.basis(), by.agreementId(), by.clause(), words(by)))
                .orElseGet(() -> new DecidedLine(
                        kind, source, BigDecimal.ZERO, Basis.NONE, null, null, "Nothing that was agreed covers it"));
    }

    private static String words(Cover by) {
        String percent = by.percent().stripTrailingZeros().toPlainString();
        return switch (by.basis()) {
            case WARRANTY -> "%s %% by the warranty “%s”".formatted(percent, by.name());
            case CONTRACT -> "%s %% by the contract %s".formatted(percent, by.name());
            case ALLOWANCE -> "%s %% included in the contract %s".formatted(percent, by.name());
            case NONE -> "";
        };
    }

    private static CoverageKind kind(JobReport.Labour entry) {
        return switch (entry.kind()) {
            case LABOUR -> CoverageKind.LABOUR;
            case TRAVEL -> CoverageKind.TRAVEL;
        };
    }
}
