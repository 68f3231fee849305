package dev.fieldservice.billing.bankstatements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The decision what an entry pays: the invoices whose numbers the payer wrote; or, by the payer's account, the one invoice of just
 * this sum, or all that is open if it is just that. Where neither is certain nothing is allocated. Entries are asked for one after
 * the other, and what one pays the next does not.
 */
final class Matching {

    /** FS-2026-000118, however it is set apart. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Z0-9])([A-Z][A-Z0-9]{0,9}?)[\\s/._-]*(20[0-9]{2})[\\s/._-]*([0-9]{6})(?![0-9])");

    /** An invoice, as far as it matters here. @param open what is open of it */
    record Owed(UUID id, String number, UUID customer, String currency, LocalDate due, BigDecimal open) {}

    /** How much goes where. */
    record Part(UUID receivable, String number, BigDecimal amount) {}

    /** @param customer empty if it is not known */
    record Match(Optional<UUID> customer, List<Part> parts) {
        static final Match NONE = new Match(Optional.empty(), List.of());
    }

    private final Map<String, UUID> byNumber;
    private final Map<String, Set<UUID>> byIban;
    private final List<Owed> owed;
    private final Map<UUID, BigDecimal> left = new HashMap<>();

    /**
     * @param byNumber whose the documents are whose numbers stand in entries, settled or not
     * @param byIban who has paid from these accounts before
     * @param owed what these customers owe
     */
    Matching(Map<String, UUID> byNumber, Map<String, Set<UUID>> byIban, List<Owed> owed) {
        this.byNumber = byNumber;
        this.byIban = byIban;
        this.owed = owed.stream()
                .sorted(Comparator.comparing(Owed::due).thenComparing(Owed::number))
                .toList();
        this.owed.forEach(each -> left.put(each.id(), each.open()));
    }

    /** The same with what is owed. */
    Matching with(List<Owed> all) {
        return new Matching(byNumber, byIban, all);
    }

    /** The numbers that may stand in a text, as documents bear them. */
    static Set<String> numbers(String text) {
        Matcher found = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        Set<String> numbers = new HashSet<>();
        while (found.find()) {
            numbers.add("%s-%s-%s".formatted(found.group(1), found.group(2), found.group(3)));
        }
        return numbers;
    }

    /** Whose the entry is, as far as it says so. */
    Optional<UUID> customer(BankEntry entry) {
        Set<UUID> named = named(entry);
        Set<UUID> paidBefore = byIban.getOrDefault(Objects.requireNonNullElse(entry.payerIban(), ""), Set.of());
        return only(named.isEmpty() ? paidBefore : named);
    }

    Match match(BankEntry entry) {
        Optional<UUID> customer = customer(entry);
        return customer.map(known -> new Match(customer, allocate(parts(known, entry))))
                .orElse(Match.NONE);
    }

    private Set<UUID> named(BankEntry entry) {
        return numbers(entry.text()).stream()
                .map(byNumber::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<Part> parts(UUID customer, BankEntry entry) {
        Set<String> numbers = numbers(entry.text());
        return named(entry).isEmpty()
                ? bySum(customer, entry)
                : spread(
                        open(customer, entry)
                                .filter(each -> numbers.contains(each.number()))
                                .toList(),
                        entry.amount());
    }

    private List<Part> bySum(UUID customer, BankEntry entry) {
        List<Owed> all = open(customer, entry).toList();
        List<Owed> ofThisSum = all.stream()
                .filter(each -> left.get(each.id()).compareTo(entry.amount()) == 0)
                .toList();
        if (ofThisSum.size() == 1) {
            return spread(ofThisSum, entry.amount());
        }
        BigDecimal sum = all.stream().map(each -> left.get(each.id())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(entry.amount()) == 0 ? spread(all, entry.amount()) : List.of();
    }

    private Stream<Owed> open(UUID customer, BankEntry entry) {
        return owed.stream()
                .filter(each ->
                        each.customer().equals(customer) && each.currency().equals(entry.currency()))
                .filter(each -> left.get(each.id()).signum() > 0);
    }

    /** What is due first is paid first. */
    private List<Part> spread(List<Owed> all, BigDecimal amount) {
        List<Part> parts = new ArrayList<>();
        BigDecimal rest = amount;
        for (Owed each : all) {
            BigDecimal part = rest.min(left.get(each.id()));
            if (part.signum() > 0) {
                parts.add(new Part(each.id(), each.number(), part));
                rest = rest.subtract(part);
            }
        }
        return parts;
    }

    private List<Part> allocate(List<Part> parts) {
        parts.forEach(part -> left.merge(part.receivable(), part.amount(), BigDecimal::subtract));
        return parts;
    }

    private static Optional<UUID> only(Set<UUID> some) {
        return some.size() == 1 ? Optional.of(some.iterator().next()) : Optional.empty();
    }
}
