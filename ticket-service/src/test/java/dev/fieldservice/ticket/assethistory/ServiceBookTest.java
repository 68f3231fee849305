package dev.fieldservice.ticket.assethistory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.papers.Pdf;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.ticket.assethistory.AssetHistoryEntry.Kind;
import dev.fieldservice.ticket.assets.AssetView;
import dev.fieldservice.ticket.closedjobs.PartReplaced;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What stands in a service book; its pages lie in {@code target/pages} to be looked at. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ServiceBookTest {

    private static final UUID CHILLER = new UUID(0, 1);
    private static final UUID COMPRESSOR = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T10:00:00Z");

    @Inject
    ServiceBookPapers papers;

    @BeforeAll
    static void theValidatorIsThere() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(BookLanguage.class)
    void theWholeLifeStandsInItInEachLanguage(BookLanguage language) throws Exception {
        byte[] pdf = printed(
                book(
                        "Chiller lactate 1",
                        List.of(
                                cover(Kind.WARRANTY, null, null, "Garanție de fabricație", "2027-05-31"),
                                cover(Kind.CONTRACT, "C-2026-000007", "ACTIVE", "Mentenanță frig comercial", null),
                                step("REGISTERED", null),
                                step("MOVED", "Magazin Militari → Magazin Cotroceni"),
                                ticket(),
                                reading(),
                                job(CHILLER),
                                job(COMPRESSOR))),
                language,
                "service-book");

        assertThat(text(pdf))
                .contains("Frigotehnica Service", "Chiller lactate 1", "Frigomont FX-40", "FX40-2021-004417")
                .contains("Supermarket Cotroceni SRL", "Bulevardul Timișoara 26", "Centrală frigorifică", "Compresor 1")
                .contains("Garanție de fabricație", "C-2026-000007 · Mentenanță frig comercial")
                .contains("Magazin Militari – Magazin Cotroceni", "Dana Marin", "T-2026-000042")
                .contains("Chillerul de lactate pierde agent frigorific", "Compresor 1 · SO-2026-000042")
                .contains("Agent frigorific R-449A", "FD163-25-10877", "FD163-21-00412")
                .contains(
                        switch (language) {
                            case RO ->
                                List.of("Carte de service", "02.03.2026", "5.212,5 h", "3,5 kg", "Lucrare executată");
                            case EN -> List.of("Service book", "2 Mar 2026", "5,212.5 h", "3.5 kg", "Work done");
                            case DE ->
                                List.of("Servicebuch", "02.03.2026", "5.212,5 h", "3,5 kg", "Ausgeführte Arbeit");
                        })
                .contains(
                        switch (language) {
                            case RO -> List.of("nedeterminat", "Mutat", "finalizată", "montat FD163-25-10877");
                            case EN -> List.of("without end", "Moved", "completed", "installed FD163-25-10877");
                            case DE -> List.of("unbefristet", "Umgezogen", "abgeschlossen", "eingebaut FD163-25-10877");
                        })
                .doesNotContain("#", "asset.", "kind.", "ticket.", "outcome.");
        assertThat(objections(pdf)).isEmpty();
    }

    @Test
    void whatPeopleWroteIsTextAndLongLivesGoOn() throws Exception {
        String evil = "<b>Chiller & \"vitrină\"</b> {w.title}";
        byte[] pdf = printed(
                book(
                        evil,
                        IntStream.range(0, 200)
                                .mapToObj(at -> step("CHANGED", evil + " " + at))
                                .toList()),
                BookLanguage.RO,
                "long-service-book");

        assertThat(text(pdf)).contains("<b>Chiller & \"vitrină\"</b> {w.title}", evil + " 199");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
        }
        assertThat(objections(pdf)).isEmpty();
    }

    private static ServiceBook book(String name, List<AssetHistoryEntry> life) {
        Address address = new Address("Bulevardul Timișoara 26", "București", "RO-B", "061344", "RO");
        return new ServiceBook(
                "Frigotehnica Service",
                new AssetView(
                        CHILLER,
                        new UUID(0, 3),
                        new UUID(0, 4),
                        name,
                        "FX40-2021-004417",
                        "Frigomont",
                        "FX-40",
                        new UUID(0, 5),
                        null,
                        null),
                new CustomerRef(new UUID(0, 3), "Supermarket Cotroceni SRL", null, null, null, null),
                new LocationRef(
                        new UUID(0, 4),
                        "Magazin Cotroceni",
                        address,
                        new GeoPoint(44.4269, 26.0346),
                        "Europe/Bucharest",
                        null),
                Optional.of(new AssetRef(new UUID(0, 5), "Centrală frigorifică", null, null, null)),
                List.of(new AssetRef(COMPRESSOR, "Compresor 1", "4PES-15Y-118", "Bitzer", "4PES-15Y")),
                Map.of(CHILLER, name, COMPRESSOR, "Compresor 1"),
                life,
                NOON);
    }

    private static AssetHistoryEntry cover(Kind kind, String number, String state, String words, String through) {
        return new AssetHistoryEntry(
                kind,
                UUID.randomUUID(),
                CHILLER,
                NOON,
                number,
                state,
                words,
                null,
                null,
                LocalDate.parse("2025-06-01"),
                through == null ? null : LocalDate.parse(through),
                null,
                null,
                null,
                null,
                null);
    }

    private static AssetHistoryEntry step(String what, String words) {
        return entry(Kind.ASSET, CHILLER, null, what, words, "Dana Marin", null);
    }

    private static AssetHistoryEntry ticket() {
        return entry(
                Kind.TICKET,
                CHILLER,
                "T-2026-000042",
                "CLOSED",
                "Chillerul de lactate pierde agent frigorific",
                null,
                null);
    }

    private static AssetHistoryEntry job(UUID machine) {
        return entry(
                Kind.JOB,
                machine,
                "SO-2026-000042",
                "COMPLETE",
                null,
                null,
                List.of(
                        new PartReplaced(
                                "R-449A",
                                "Agent frigorific R-449A",
                                new Quantity(new BigDecimal("3.500"), "KGM"),
                                null,
                                null,
                                NOON),
                        new PartReplaced(
                                "FD-163",
                                "Filtru deshidrator 3/8\"",
                                new Quantity(BigDecimal.ONE, "EA"),
                                "FD163-25-10877",
                                "FD163-21-00412",
                                NOON)));
    }

    private static AssetHistoryEntry reading() {
        return new AssetHistoryEntry(
                Kind.METER_READING,
                UUID.randomUUID(),
                CHILLER,
                NOON,
                null,
                "NEW_METER",
                null,
                null,
                null,
                null,
                null,
                null,
                "h",
                new BigDecimal("5212.500"),
                new BigDecimal("6000"),
                null);
    }

    private static AssetHistoryEntry entry(
            Kind kind, UUID machine, String number, String state, String words, String by, List<PartReplaced> parts) {
        return new AssetHistoryEntry(
                kind,
                UUID.randomUUID(),
                machine,
                NOON,
                number,
                state,
                words,
                by,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                parts);
    }

    private byte[] printed(ServiceBook book, BookLanguage language, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        Pdf.write(papers.paper(book, language), out);
        Path pages = Files.createDirectories(Path.of("target", "pages"));
        Files.write(pages.resolve(name + "-" + language.tag() + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String objections(byte[] pdf) throws VeraPDFException, IOException {
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_A, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }
    }
}
