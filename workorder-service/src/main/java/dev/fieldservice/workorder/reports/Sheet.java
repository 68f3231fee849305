package dev.fieldservice.workorder.reports;

import static java.util.Objects.requireNonNullElse;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.workorders.Approver;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of a report speaks of, in the words of one language. What is not known is an empty text. */
final class Sheet {

    static final String SIGNATURE = "signature";
    static final String CODE = "code";

    /** What stands for one where somebody signs it. */
    private static final String PHOTO = "photo [0-9a-f-]{36}";

    private static final Map<String, Object> NO_EDITION = Map.of("replaces", "");

    private final ReportFacts facts;
    private final Optional<Edition> edition;
    private final Set<String> photos;
    private final ReportLanguage language;
    private final Wording words;

    /**
     * @param edition empty for a draft
     * @param photos the names of those that there are
     */
    Sheet(ReportFacts facts, Optional<Edition> edition, Set<String> photos, ReportLanguage language) {
        this.facts = facts;
        this.edition = edition;
        this.photos = photos;
        this.language = language;
        this.words = new Wording(language, ZoneId.of(facts.timeZone()));
    }

    static String pictureName(UUID photo) {
        return "photo-" + photo;
    }

    Map<String, Object> model() {
        SigningContent job = facts.job();
        Map<String, Object> model = new HashMap<>();
        model.put("language", language.tag());
        model.put("w", words.all());
        model.put("number", edition.map(Edition::number).orElse(job.orderNumber()));
        model.put("isDraft", edition.isEmpty());
        model.put("edition", edition.map(this::edition).orElse(NO_EDITION));
        model.put("company", company());
        model.put("customer", customer());
        model.put("site", Map.of("name", job.site(), "address", Wording.address(job.siteAddress())));
        model.put(
                "machine", Optional.ofNullable(job.asset()).map(Sheet::machine).orElse(""));
        model.put("job", job());
        model.put("accounts", accounts());
        model.put("stays", facts.stays().stream().map(this::stay).toList());
        model.put("times", job.times().stream().map(this::time).toList());
        model.put("timesTotal", total(job.times()));
        model.put("parts", job.parts().stream().map(this::part).toList());
        model.put("checks", checks());
        model.put("refrigerant", refrigerant());
        model.put("photos", new PhotoPages(facts.pictures(), photos, words).model());
        model.put("approver", approver(job.approver()));
        model.put(
                "signature",
                Optional.ofNullable(facts.signature()).map(this::signature).orElse(Map.of()));
        return model;
    }

    private Map<String, Object> edition(Edition of) {
        return Map.of(
                "madeAt", words.dateAndTime(of.madeAt()),
                "hash", of.hash(),
                "address", of.address(),
                "replaces",
                        of.before()
                                .map(before -> MessageFormat.format(
                                        words.of("replaces"), before.number(), words.dateAndTime(before.madeAt())))
                                .orElse(""));
    }

    private Map<String, Object> company() {
        var seller = Optional.ofNullable(facts.company().seller());
        return Map.of(
                "name", facts.company().name(),
                "legalName", seller.map(who -> who.legalName()).orElse(""),
                "address", seller.map(who -> Wording.address(who.address())).orElse(""),
                "vatId", seller.map(who -> who.vatId()).orElse(""),
                "registration", seller.map(who -> who.registrationNumber()).orElse(""),
                "reach",
                        seller.map(who -> joined(" · ", who.phone(), who.email()))
                                .orElse(""));
    }

    private Map<String, Object> customer() {
        return Map.of(
                "name", facts.job().customer(),
                "address", Wording.address(facts.customer().address()),
                "taxId", requireNonNullElse(facts.customer().taxId(), ""));
    }

    private static String machine(AssetRef asset) {
        return joined(" · ", asset.name(), joined(" ", asset.manufacturer(), asset.model()), asset.serialNumber());
    }

    private Map<String, Object> job() {
        SigningContent job = facts.job();
        return Map.of(
                "order", job.orderNumber(),
                "ticket", job.ticketNumber(),
                "kind", words.of("kind", job.serviceType()),
                "reported", job.summary(),
                "done", requireNonNullElse(job.remark(), ""),
                "outcome",
                        Optional.ofNullable(facts.outcome())
                                .map(outcome -> words.of("outcome", outcome.name()))
                                .orElse(""),
                "followUp", facts.followUpRequired(),
                "closedAt", words.dateAndTime(facts.closedAt()),
                "closedBy", requireNonNullElse(facts.closedBy(), ""));
    }

    /** By the days where there were several visits. */
    private List<Map<String, Object>> accounts() {
        return facts.stays().stream()
                .filter(ReportFacts.Stay::isAccountedFor)
                .map(stay -> Map.<String, Object>of(
                        "day", facts.stays().size() == 1 ? "" : words.date(first(stay)),
                        "found", requireNonNullElse(stay.found(), ""),
                        "done", requireNonNullElse(stay.done(), "")))
                .toList();
    }

    private static Instant first(ReportFacts.Stay stay) {
        return Stream.of(stay.setOff(), stay.arrived(), stay.began(), stay.ended())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> stay(ReportFacts.Stay stay) {
        Instant day = first(stay);
        return Map.of(
                "day", words.date(day),
                "setOff", words.time(stay.setOff(), day),
                "arrived", words.time(stay.arrived(), day),
                "began", words.time(stay.began(), day),
                "ended", words.time(stay.ended(), day));
    }

    private Map<String, Object> time(SigningContent.Time entry) {
        return Map.of(
                "technician", entry.technician(),
                "kind", kind(entry),
                "day", words.date(entry.startedAt()),
                "from", words.time(entry.startedAt()),
                "to", words.time(entry.endedAt(), entry.startedAt()),
                "length", Wording.length(length(entry)));
    }

    private String kind(SigningContent.Time entry) {
        String kind = words.of("time", entry.kind().name());
        return entry.kilometres() == null
                ? kind
                : kind + ", " + words.quantity(new Quantity(new BigDecimal(entry.kilometres()), "KMT"));
    }

    private String total(List<SigningContent.Time> entries) {
        return Stream.of(TimeEntry.Kind.values())
                .map(kind -> Map.entry(
                        kind,
                        entries.stream()
                                .filter(entry -> entry.kind() == kind)
                                .map(Sheet::length)
                                .reduce(Duration.ZERO, Duration::plus)))
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> words.of("time", sum.getKey().name()) + " " + Wording.length(sum.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static Duration length(SigningContent.Time entry) {
        return Duration.between(entry.startedAt(), entry.endedAt());
    }

    private Map<String, Object> part(SigningContent.Part part) {
        return Map.of(
                "number", part.number(),
                "name", part.name(),
                "quantity", words.quantity(part.quantity()),
                "installed", requireNonNullElse(part.installedSerial(), ""),
                "removed", joined(" · ", part.removedSerial(), part.removedPartNumber(), part.removedPartName()));
    }

    private List<Map<String, Object>> refrigerant() {
        return Optional.ofNullable(facts.job().refrigerant()).orElse(List.of()).stream()
                .map(this::refrigerant)
                .toList();
    }

    private Map<String, Object> refrigerant(SigningContent.Refrigerant entry) {
        return Map.of(
                "kind", words.of("refrigerant", entry.kind().name()),
                "what", entry.tight() == null ? entry.refrigerant() : words.of(entry.tight() ? "tight" : "notTight"),
                "amount",
                        entry.tight() == null
                                ? words.quantity(new BigDecimal(entry.kilograms()), "KGM")
                                : words.quantity(new BigDecimal(entry.bar()), "BAR") + ", "
                                        + words.quantity(BigDecimal.valueOf(entry.minutes()), "MIN"),
                "cylinder", requireNonNullElse(entry.cylinder(), ""),
                "origin", joined(": ", origin(entry), entry.facility()));
    }

    private String origin(SigningContent.Refrigerant entry) {
        return entry.origin() == null ? "" : words.of("origin", entry.origin().name());
    }

    /** None of a job of no kind in particular. */
    private List<Map<String, Object>> checks() {
        return Optional.ofNullable(facts.job().checklist()).orElse(List.of()).stream()
                .map(this::check)
                .toList();
    }

    private Map<String, Object> check(SigningContent.Checked checked) {
        return Map.of(
                "question", checked.question(),
                "answer", answer(checked),
                "outOfLimits", checked.outOfLimits());
    }

    private String answer(SigningContent.Checked checked) {
        if (checked.number() != null) {
            return words.quantity(new BigDecimal(checked.number()), checked.unit());
        }
        return checked.answer().matches(PHOTO) ? words.of("photo") : words.of("answer", checked.answer());
    }

    private static String approver(Approver approver) {
        return approver == null ? "" : joined(", ", approver.name(), approver.role());
    }

    private Map<String, Object> signature(ReportFacts.Signed signed) {
        return Map.of(
                "isSigned", signed.outcome() == Signature.Outcome.SIGNED,
                "outcome", words.of("signature", signed.outcome().name()),
                "signer", requireNonNullElse(signed.signer(), ""),
                "reason", requireNonNullElse(signed.reason(), ""),
                "at", words.dateAndTime(signed.at()),
                "hash", requireNonNullElse(signed.contentHash(), ""),
                "outdated", signed.outdated(),
                "photosAdded", Boolean.TRUE.equals(signed.photosAdded()));
    }

    private static String joined(String between, String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isEmpty()).collect(Collectors.joining(between));
    }
}
