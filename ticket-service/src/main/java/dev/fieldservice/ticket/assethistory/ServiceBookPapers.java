package dev.fieldservice.ticket.assethistory;

import static java.util.Objects.requireNonNullElse;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.papers.Paper;
import dev.fieldservice.platform.papers.Papers;
import dev.fieldservice.ticket.assets.AssetView;
import dev.fieldservice.ticket.closedjobs.PartReplaced;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays service books out on paper. What is not known is an empty text. */
@ApplicationScoped
class ServiceBookPapers {

    private static final String TEMPLATE = "service-book";
    private static final String SEPARATOR = " · ";

    /** It stands in the history, and not in the fonts of papers. */
    private static final String ARROW = "→";

    private final Papers papers;

    ServiceBookPapers(Papers papers) {
        this.papers = papers;
    }

    /** Takes a processor for a while. */
    Paper paper(ServiceBook book, BookLanguage language) {
        Wording words = new Wording(language, ZoneId.of(book.site().timeZone()));
        Map<String, Object> model = new HashMap<>();
        model.put("language", language.tag());
        model.put("w", words.all());
        model.put("company", book.company());
        model.put("machine", machine(book, words));
        model.put("customer", book.customer().name());
        model.put(
                "site",
                Map.of(
                        "name",
                        book.site().name(),
                        "address",
                        Wording.address(book.site().address())));
        model.put("parts", book.parts().stream().map(ServiceBookPapers::part).toList());
        model.put(
                "covers",
                book.life().stream()
                        .filter(ServiceBookPapers::isCover)
                        .map(entry -> cover(entry, book, words))
                        .toList());
        model.put(
                "life",
                book.life().stream()
                        .filter(entry -> !isCover(entry))
                        .map(entry -> event(entry, book, words))
                        .toList());
        model.put("writtenOn", words.date(book.writtenAt()));
        return new Paper(papers.page(TEMPLATE, model), Map.of());
    }

    private static Map<String, Object> machine(ServiceBook book, Wording words) {
        AssetView machine = book.machine();
        return Map.of(
                "name",
                machine.name(),
                "make",
                joined(" ", machine.manufacturer(), machine.model()),
                "serial",
                requireNonNullElse(machine.serialNumber(), ""),
                "whole",
                book.whole().map(AssetRef::name).orElse(""),
                "retired",
                machine.retiredAt() == null
                        ? ""
                        : joined(SEPARATOR, words.date(machine.retiredAt()), machine.retiredBecause()));
    }

    private static Map<String, Object> part(AssetRef part) {
        return Map.of(
                "name",
                part.name(),
                "make",
                joined(" ", part.manufacturer(), part.model()),
                "serial",
                requireNonNullElse(part.serialNumber(), ""));
    }

    private static boolean isCover(AssetHistoryEntry entry) {
        return switch (entry.kind()) {
            case WARRANTY, CONTRACT -> true;
            case TICKET, JOB, METER_READING, ASSET -> false;
        };
    }

    private static Map<String, Object> cover(AssetHistoryEntry entry, ServiceBook book, Wording words) {
        return Map.of(
                "what",
                words.of("kind", entry.kind().name()),
                "name",
                joined(SEPARATOR, of(entry, book), entry.number(), entry.words()),
                "from",
                words.date(entry.validFrom()),
                "through",
                entry.validThrough() == null ? words.of("open") : words.date(entry.validThrough()),
                "state",
                entry.withdrawnAt() == null
                        ? words.of("contract", entry.state())
                        : words.of("withdrawn") + " " + words.date(entry.withdrawnAt()));
    }

    private static Map<String, Object> event(AssetHistoryEntry entry, ServiceBook book, Wording words) {
        String kind = entry.kind().name();
        return Map.of(
                "date",
                words.date(entry.at()),
                "what",
                switch (entry.kind()) {
                    case ASSET -> words.of("asset", entry.state());
                    case TICKET, JOB, METER_READING, WARRANTY, CONTRACT -> words.of("kind", kind);
                },
                "head",
                joined(SEPARATOR, of(entry, book), entry.number(), reading(entry, words)),
                "text",
                requireNonNullElse(entry.words(), "").replace(ARROW, "–"),
                "small",
                small(entry, words),
                "parts",
                entry.parts() == null
                        ? List.of()
                        : entry.parts().stream().map(part -> part(part, words)).toList());
    }

    /** Empty for the machine itself. */
    private static String of(AssetHistoryEntry entry, ServiceBook book) {
        return entry.assetId().equals(book.machine().id()) ? null : book.names().get(entry.assetId());
    }

    private static String reading(AssetHistoryEntry entry, Wording words) {
        return entry.reading() == null ? null : words.number(entry.reading()) + " " + entry.unit();
    }

    private static String small(AssetHistoryEntry entry, Wording words) {
        return switch (entry.kind()) {
            case TICKET -> words.of("ticket", entry.state());
            case JOB -> words.of("outcome", entry.state());
            case METER_READING ->
                joined(
                        SEPARATOR,
                        words.of("reading", entry.state()),
                        words.of("counted") + " " + words.number(entry.total()) + " " + entry.unit());
            case ASSET -> requireNonNullElse(entry.by(), "");
            case WARRANTY, CONTRACT -> "";
        };
    }

    private static Map<String, Object> part(PartReplaced part, Wording words) {
        return Map.of(
                "quantity",
                words.quantity(part.quantity()),
                "name",
                part.partName(),
                "number",
                part.partNumber(),
                "serials",
                joined(
                        SEPARATOR,
                        part.installedSerial() == null ? null : words.of("installed") + " " + part.installedSerial(),
                        part.removedSerial() == null ? null : words.of("removed") + " " + part.removedSerial()));
    }

    private static String joined(String separator, String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
