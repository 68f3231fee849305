package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.workorder.company.Seller;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.refrigerants.RefrigerantEntry;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.Approver;
import dev.fieldservice.workorder.worktypes.AnswerValue;
import dev.fieldservice.workorder.worktypes.Question;
import dev.fieldservice.workorder.worktypes.Question.Kind;
import dev.fieldservice.workorder.worktypes.Question.OutOfLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The job of all samples: the chiller of a supermarket leaks refrigerant, and its compressor is replaced. */
final class SampleJob {

    static final String ADDRESS =
            "https://service.frigotehnica.example/v1/report-verification/k7mv2hqdxw9ptn4rsy3zfbce86";

    private static final Instant ARRIVED = Instant.parse("2026-03-02T08:41:00Z");

    private static final String FOUND =
            "Garnitura racordului de refulare fisurată, compresorul cu înfășurarea la masă.";

    private SampleJob() {}

    static Edition first(ReportFacts facts) {
        return new Edition("SO-2026-000042/1", ARRIVED.plusSeconds(90_000), facts.hash(), ADDRESS, Optional.empty());
    }

    static Edition corrected(ReportFacts facts) {
        return new Edition(
                "SO-2026-000042/2",
                ARRIVED.plusSeconds(180_000),
                facts.hash(),
                ADDRESS,
                Optional.of(new Edition.Before("SO-2026-000042/1", ARRIVED.plusSeconds(90_000))));
    }

    static ReportFacts ordinary() {
        return facts(
                "Chillerul de lactate pierde agent frigorific; alarmă de presiune joasă de la 08:50.", done(1), 5, 6);
    }

    /** Long words and texts, many parts, the most photos that a job may have. */
    static ReportFacts enormous() {
        return facts("Țeavă".repeat(120) + "\n\nȘi încă: " + "agent frigorific, ".repeat(200), done(12), 120, 200);
    }

    static ReportFacts with(ReportFacts o, List<ReportFacts.Stay> stays) {
        return new ReportFacts(
                o.format(),
                o.company(),
                o.customer(),
                o.job(),
                o.timeZone(),
                o.outcome(),
                o.followUpRequired(),
                stays,
                o.pictures(),
                o.signature(),
                o.closedBy(),
                o.closedAt());
    }

    static ReportFacts photographedAfterwards(ReportFacts o) {
        var s = o.signature();
        var signed = new ReportFacts.Signed(
                s.id(), s.outcome(), s.signer(), s.reason(), s.contentHash(), s.outdated(), true, s.at());
        return new ReportFacts(
                o.format(),
                o.company(),
                o.customer(),
                o.job(),
                o.timeZone(),
                o.outcome(),
                o.followUpRequired(),
                o.stays(),
                o.pictures(),
                signed,
                o.closedBy(),
                o.closedAt());
    }

    static ReportFacts with(ReportFacts o, SigningContent job) {
        return new ReportFacts(
                o.format(),
                o.company(),
                o.customer(),
                job,
                o.timeZone(),
                o.outcome(),
                o.followUpRequired(),
                o.stays(),
                o.pictures(),
                o.signature(),
                o.closedBy(),
                o.closedAt());
    }

    private static String done(int times) {
        return ("Înlocuit compresorul, garniturile și filtrul deshidrator; probă de etanșeitate 24 bar azot, 30 de minute, fără cădere"
                        + " de presiune. Vidat, reîncărcat 2,5 kg R-449A. Temperatura în vitrină: 3 °C după 40 de minute.\n")
                .repeat(times)
                .strip();
    }

    private static ReportFacts facts(String reported, String done, int parts, int photos) {
        var address = new Address("Bulevardul Timișoara 26", "București", "RO-B", "061344", "RO");
        var job = new SigningContent(
                SigningContent.FORMAT,
                "SO-2026-000042",
                "T-2026-000042",
                "Supermarket Cotroceni SRL",
                "Magazin Cotroceni",
                address,
                new AssetRef(new UUID(0, 1), "Chiller lactate 1", "FX40-2021-004417", "Frigomont", "FX-40"),
                "REPAIR",
                reported,
                parts(parts),
                List.of(
                        time("Tudor Ionescu", TimeEntry.Kind.TRAVEL, 0, 41),
                        time("Tudor Ionescu", TimeEntry.Kind.LABOUR, 41, 205),
                        time("Ștefănița Țuțuianu-Câmpeanu", TimeEntry.Kind.LABOUR, 60, 205)),
                new Approver("Maria Ionescu", "Manager de magazin", "maria.ionescu@cotroceni.example"),
                null,
                List.of(
                        measured("pressure", "Presiunea probei de etanșeitate", "24", "BAR"),
                        measured("minutes", "Durata probei", "30", "MIN"),
                        measured("outlet", "Temperatura de refulare", "3.5", "CEL"),
                        measured("superheat", "Supraîncălzirea", "14.25", "KEL"),
                        checked(
                                new Question("tight", "Etanș?", Kind.YES_NO, true, null, null, null, null, null),
                                new AnswerValue(true, null, null, null, null))),
                List.of(new SigningContent.Told(new UUID(0, 9), FOUND, done)),
                refrigerant(),
                Outcome.COMPLETE,
                null);
        return new ReportFacts(
                ReportFacts.FORMAT,
                new ReportFacts.Company(
                        "Frigotehnica",
                        new Seller(
                                "Frigotehnica Service SRL",
                                "RO18547290",
                                "J40/4321/2006",
                                new Address("Strada Industriilor 12", "București", "RO-B", "032501", "RO"),
                                "service@frigotehnica.example",
                                "+40 21 555 0100")),
                new ReportFacts.Customer("Supermarket Cotroceni SRL", "RO12345674", address),
                job,
                "Europe/Bucharest",
                Outcome.COMPLETE,
                false,
                List.of(new ReportFacts.Stay(at(0), at(41), at(44), at(205), FOUND, done)),
                photos(photos),
                new ReportFacts.Signed(
                        new UUID(0, 7),
                        Signature.Outcome.SIGNED,
                        "Maria Ionescu",
                        null,
                        "3af834ab9bef195862fdd3d1ed682075b703458160605a1e4227dbac97936f1a",
                        false,
                        null,
                        at(210)),
                "Sorin Dumitrescu",
                at(1500));
    }

    private static List<SigningContent.Refrigerant> refrigerant() {
        return List.of(
                weighed(1, RefrigerantEntry.Kind.RECOVERED, "1.2", null),
                new SigningContent.Refrigerant(
                        new UUID(4, 2),
                        RefrigerantEntry.Kind.LEAK_TEST,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "24",
                        30,
                        true,
                        "Tudor Ionescu",
                        at(120)),
                weighed(3, RefrigerantEntry.Kind.ADDED, "2.5", RefrigerantEntry.Origin.RECLAIMED));
    }

    private static SigningContent.Refrigerant weighed(
            int id, RefrigerantEntry.Kind kind, String kilograms, RefrigerantEntry.Origin origin) {
        return new SigningContent.Refrigerant(
                new UUID(4, id),
                kind,
                "R-449A",
                kilograms,
                "CIL-047" + id,
                origin,
                origin == null ? null : "Frigo Regenerare SRL, Ploiești",
                null,
                null,
                null,
                "Tudor Ionescu",
                at(100 + id));
    }

    /** At most 10 K are expected. */
    private static SigningContent.Checked measured(String code, String question, String number, String unit) {
        BigDecimal most = unit.equals("KEL") ? BigDecimal.TEN : null;
        return checked(
                new Question(code, question, Kind.NUMBER, true, unit, null, most, OutOfLimits.MARKED, null),
                new AnswerValue(null, new BigDecimal(number).setScale(3), null, null, null));
    }

    private static SigningContent.Checked checked(Question question, AnswerValue value) {
        return SigningContent.Checked.of(question, question.answered(value, new UUID(0, 3), "Tudor Ionescu", at(190)));
    }

    private static Instant at(int minute) {
        return ARRIVED.plusSeconds(60L * (minute - 41));
    }

    private static SigningContent.Time time(String who, TimeEntry.Kind kind, int from, int to) {
        return new SigningContent.Time(
                new UUID(1, from), who, kind, at(from), at(to), kind == TimeEntry.Kind.TRAVEL ? "18.5" : null);
    }

    private static List<SigningContent.Part> parts(int count) {
        List<SigningContent.Part> parts = new ArrayList<>();
        parts.add(part("ZB45KCE-TFD-551", "Compresor scroll Copeland", "1", "EA", "26C81187F", "19A00034F"));
        parts.add(part("R-449A", "Agent frigorific R-449A (GWP 1397)", "2.5", "KGM", null, null));
        parts.add(part("DML-084", "Filtru deshidrator 1/2\"", "1", "EA", null, null));
        parts.add(
                part("TEAVA-CU-12", "Țeavă de cupru 12 mm, pentru instalații frigorifice", "3.25", "MTR", null, null));
        parts.add(part("ULEI-POE-32", "Ulei poliolester POE 32", "1.2", "LTR", null, null));
        IntStream.range(5, count)
                .forEach(i -> parts.add(part("GARN-" + i, "Garnitură de cupru nr. " + i, "2", "EA", null, null)));
        return parts;
    }

    private static SigningContent.Part part(
            String number, String name, String amount, String unit, String installed, String removed) {
        return new SigningContent.Part(
                new UUID(2, number.hashCode()),
                number,
                name,
                new Quantity(new BigDecimal(amount), unit),
                installed,
                removed,
                null,
                null);
    }

    private static List<ReportFacts.Picture> photos(int count) {
        List<ReportFacts.Picture> photos = new ArrayList<>();
        photos.add(photo(0, Photo.Kind.BEFORE, "Racordul de refulare, urme de ulei"));
        photos.add(photo(1, Photo.Kind.BEFORE, "Compresorul vechi"));
        photos.add(photo(2, Photo.Kind.AFTER, "Racordul nou, probat cu azot"));
        photos.add(photo(3, Photo.Kind.AFTER, "Compresorul nou"));
        photos.add(photo(4, Photo.Kind.SERIAL_PLATE, null));
        IntStream.range(5, count - 1).forEach(i -> photos.add(photo(i, Photo.Kind.values()[i % 3], "Fotografia " + i)));
        photos.add(new ReportFacts.Picture(
                new UUID(3, count),
                Photo.Kind.DOCUMENT,
                at(200),
                "Buletin de verificare a etanșeității",
                "Tudor Ionescu",
                "application/pdf",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                false));
        return photos;
    }

    private static ReportFacts.Picture photo(int i, Photo.Kind kind, String caption) {
        return new ReportFacts.Picture(
                new UUID(3, i), kind, at(60 + i), caption, "Tudor Ionescu", "image/jpeg", "00", true);
    }
}
