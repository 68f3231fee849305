package dev.fieldservice.workorder.signatures;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.labour.TimeEntry;
import dev.fieldservice.workorder.labour.TimeEntryView;
import dev.fieldservice.workorder.parts.PartUsageView;
import dev.fieldservice.workorder.photos.PhotoHash;
import dev.fieldservice.workorder.refrigerants.RefrigerantEntry;
import dev.fieldservice.workorder.refrigerants.RefrigerantEntryView;
import dev.fieldservice.workorder.visits.Account;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.Approver;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.worktypes.Answer;
import dev.fieldservice.workorder.worktypes.Question;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What the customer sees and signs: the job, what was found, checked, done, used and photographed, how long it took, who approves. The same
 * facts always give the same bytes ({@link CanonicalJson}, lists by id), so that a hash can tell whether they have changed.
 *
 * @param remark what was said with the end of a visit before each visit kept what was done; null where it does
 * @param outcome as which the last visit has ended, or is to end as the customer was told; null while nobody has said, and of what
 *     was signed before it was kept
 * @param photos those that stand; null where there are none, and of what was signed before they were kept
 */
public record SigningContent(
        String format,
        String orderNumber,
        String ticketNumber,
        String customer,
        String site,
        Address siteAddress,
        AssetRef asset,
        String serviceType,
        String summary,
        List<Part> parts,
        List<Time> times,
        Approver approver,
        String remark,
        List<Checked> checklist,
        List<Told> accounts,
        List<Refrigerant> refrigerant,
        Outcome outcome,
        List<PhotoHash> photos) {

    /** Changes with every change of what the fields mean; signed content keeps the one it was signed with. */
    public static final String FORMAT = "dev.fieldservice.signing-content.v2";

    /** So many photos may come between what was shown and the signature. */
    private static final int MOST_ON_THEIR_WAY = 30;

    /** Without photos and outcome. */
    static final String FIRST_FORMAT = "dev.fieldservice.signing-content.v1";

    /**
     * A part that was used.
     *
     * @param removedPartNumber of the piece that came out, where it was of another part, as the name; null also of what was recorded
     *     before either was kept, so that signatures from then verify
     */
    public record Part(
            UUID id,
            String number,
            String name,
            Quantity quantity,
            String installedSerial,
            String removedSerial,
            String removedPartNumber,
            String removedPartName) {

        static Part of(PartUsageView usage) {
            boolean isOfTheSame = usage.partId().equals(usage.removedPartId());
            return new Part(
                    usage.id(),
                    usage.partNumber(),
                    usage.partName(),
                    usage.quantity(),
                    usage.installedSerial(),
                    usage.removedSerial(),
                    isOfTheSame ? null : usage.removedPartNumber(),
                    isOfTheSame ? null : usage.removedPartName());
        }
    }

    /**
     * Time that is charged.
     *
     * @param kilometres decimal, of a journey; null where nobody said it, and of what was recorded before it was kept, so that
     *     signatures from then verify
     */
    public record Time(
            UUID id, String technician, TimeEntry.Kind kind, Instant startedAt, Instant endedAt, String kilometres) {

        static Time of(TimeEntryView e) {
            String kilometres = Optional.ofNullable(e.kilometres())
                    .map(BigDecimal::toPlainString)
                    .orElse(null);
            return new Time(e.id(), e.technicianName(), e.kind(), e.startedAt(), e.endedAt(), kilometres);
        }
    }

    /** What was found and done on a visit; each null where nobody said it. */
    public record Told(UUID visitId, String found, String done) {

        static Told of(Account account) {
            return new Told(account.visitId(), account.found(), account.done());
        }
    }

    /**
     * Refrigerant of one cylinder that was filled in or taken out, or a leak test.
     *
     * @param kilograms decimal, as {@code bar}
     */
    public record Refrigerant(
            UUID id,
            RefrigerantEntry.Kind kind,
            String refrigerant,
            String kilograms,
            String cylinder,
            RefrigerantEntry.Origin origin,
            String facility,
            String bar,
            Integer minutes,
            Boolean tight,
            String technician,
            Instant occurredAt) {

        static Refrigerant of(RefrigerantEntryView e) {
            return new Refrigerant(
                    e.id(),
                    e.kind(),
                    e.refrigerant(),
                    decimal(e.kilograms()),
                    e.cylinder(),
                    e.origin(),
                    e.facility(),
                    decimal(e.bar()),
                    e.minutes(),
                    e.tight(),
                    e.technicianName(),
                    e.occurredAt());
        }
    }

    /**
     * A question and its answer, as both were said.
     *
     * @param number decimal, where the answer is one, to be written as the reader does; null also of what was signed before it was
     *     kept
     * @param unit of the number, as its code; null of a plain one
     */
    public record Checked(
            String code, String question, String answer, boolean outOfLimits, String number, String unit) {

        /** As it stands now. */
        public static Checked of(Question question, Answer answer) {
            String number = decimal(answer.value().number());
            return new Checked(
                    question.code(),
                    question.question(),
                    answer.words(),
                    answer.outOfLimits(),
                    number,
                    number == null ? null : question.unit());
        }

        private Checked inWords() {
            return new Checked(code, question, answer, outOfLimits, null, null);
        }
    }

    /** What a customer signs of this work, as it is now. */
    public static SigningContent of(WorkOrder order, Done done) {
        return of(order, done, null);
    }

    /** @param ending as which the visit that goes on yet is to end; null if nobody has said */
    static SigningContent of(WorkOrder order, Done done, Outcome ending) {
        return WorkShown.of(order, done, ending);
    }

    /** What was signed, as it was shown. */
    static SigningContent read(byte[] signed) {
        return CanonicalJson.read(signed, SigningContent.class);
    }

    /**
     * The work as it is now under the names and the address that were shown: correcting those does not undo a signature, another
     * machine does.
     */
    SigningContent shownAs(SigningContent shown) {
        return new SigningContent(
                shown.format,
                orderNumber,
                ticketNumber,
                shown.customer,
                shown.site,
                shown.siteAddress,
                isAboutTheMachineOf(shown) ? shown.asset : asset,
                shown.serviceType,
                shown.summary,
                parts,
                times,
                approver,
                remark,
                checkedAs(shown),
                accounts,
                refrigerant,
                outcomeAs(shown),
                photosAs(shown));
    }

    /** The same in the format of another, which may not know yet of all that is said now. */
    public SigningContent writtenAs(SigningContent other) {
        return new SigningContent(
                other.format,
                orderNumber,
                ticketNumber,
                customer,
                site,
                siteAddress,
                asset,
                serviceType,
                summary,
                parts,
                times,
                approver,
                remark,
                checkedAs(other),
                accounts,
                refrigerant,
                other.isOfTheFirstFormat() ? null : outcome,
                photosAs(other));
    }

    /** @param others null for none */
    public SigningContent with(List<PhotoHash> others) {
        return new SigningContent(
                format,
                orderNumber,
                ticketNumber,
                customer,
                site,
                siteAddress,
                asset,
                serviceType,
                summary,
                parts,
                times,
                approver,
                remark,
                checklist,
                accounts,
                refrigerant,
                outcome,
                others);
    }

    /** Without the photos that were not shown: they are on the job as soon as the phone has sent them, and change nothing of what was done. */
    SigningContent withoutLaterPhotos(SigningContent shown) {
        Set<PhotoHash> seen = shown.photos == null ? Set.of() : Set.copyOf(shown.photos);
        return photos == null
                ? this
                : with(sorted(photos.stream().filter(seen::contains).toList()));
    }

    /**
     * As it was shown while a phone was sending photos: without the last of them, as many as it takes for this hash. The same as it is
     * where none fits.
     */
    SigningContent asShown(List<PhotoHash> oldestFirst, String itsHash) {
        int all = oldestFirst.size();
        return IntStream.rangeClosed(0, Math.min(all, MOST_ON_THEIR_WAY))
                .mapToObj(later -> with(sorted(oldestFirst.subList(0, all - later))))
                .filter(shown -> shown.hash().equals(itsHash))
                .findFirst()
                .orElse(this);
    }

    private boolean isOfTheFirstFormat() {
        return FIRST_FORMAT.equals(format);
    }

    private List<PhotoHash> photosAs(SigningContent other) {
        return other.isOfTheFirstFormat() ? null : photos;
    }

    /** The end of a visit undoes no signature that was given before anybody had said how it would end. */
    private Outcome outcomeAs(SigningContent shown) {
        return shown.outcome == null || outcome == null ? shown.outcome : outcome;
    }

    /** What was shown without the numbers says them in the answers. */
    private List<Checked> checkedAs(SigningContent shown) {
        boolean isShownWithNumbers =
                shown.checklist != null && shown.checklist.stream().anyMatch(checked -> checked.number != null);
        return checklist == null || isShownWithNumbers
                ? checklist
                : checklist.stream().map(Checked::inWords).toList();
    }

    private boolean isAboutTheMachineOf(SigningContent shown) {
        return asset != null && shown.asset != null && asset.id().equals(shown.asset.id());
    }

    /** Null for null. */
    private static String decimal(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** Null if there is none. */
    static List<PhotoHash> sorted(List<PhotoHash> photos) {
        return photos.isEmpty()
                ? null
                : photos.stream().sorted(Comparator.comparing(PhotoHash::id)).toList();
    }

    /** The canonical JSON in UTF-8. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    public String hash() {
        return CanonicalJson.hash(bytes());
    }

    SigningContentView view() {
        return new SigningContentView(new String(bytes(), StandardCharsets.UTF_8), hash());
    }
}
