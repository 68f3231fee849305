package dev.fieldservice.workorder.reports;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.workorder.company.KnownCompany;
import dev.fieldservice.workorder.company.Seller;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.photos.Print;
import dev.fieldservice.workorder.photos.Prints;
import dev.fieldservice.workorder.signatures.CanonicalJson;
import dev.fieldservice.workorder.signatures.Signature;
import dev.fieldservice.workorder.signatures.Signatures;
import dev.fieldservice.workorder.signatures.SigningContent;
import dev.fieldservice.workorder.visits.Account;
import dev.fieldservice.workorder.visits.Milestone;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.visits.Visit;
import dev.fieldservice.workorder.visits.VisitView;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderFacts;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All that a service report says, as it was when it was made: whatever language it is printed in, and whenever, it says the same.
 *
 * @param job what the customer signs of it
 * @param timeZone of the site: by this clock the times are printed
 * @param signature what the customer said last; null if nobody recorded it
 * @param closedBy null for as long as the job is open, as {@code closedAt}
 */
public record ReportFacts(
        String format,
        Company company,
        Customer customer,
        SigningContent job,
        String timeZone,
        Outcome outcome,
        boolean followUpRequired,
        List<Stay> stays,
        List<Picture> pictures,
        Signed signature,
        String closedBy,
        Instant closedAt) {

    /** Changes with every change of what the fields mean; what was made keeps the one it was made with. */
    static final String FORMAT = "dev.fieldservice.service-report.v1";

    /** With the photos of another, and what they make of the signature. */
    ReportFacts withPicturesOf(ReportFacts other) {
        boolean isSignedAlike =
                signature != null && other.signature != null && signature.id().equals(other.signature.id());
        return new ReportFacts(
                format,
                company,
                customer,
                job.with(other.job.photos()),
                timeZone,
                outcome,
                followUpRequired,
                stays,
                other.pictures,
                isSignedAlike ? signature.as(other.signature) : signature,
                closedBy,
                closedAt);
    }

    /** The same as the version said it that has made the other: what that did not know yet is not news. */
    ReportFacts writtenAs(ReportFacts other) {
        return new ReportFacts(
                other.format,
                company,
                customer,
                job.writtenAs(other.job),
                timeZone,
                outcome,
                followUpRequired,
                stays,
                pictures,
                signature,
                closedBy,
                closedAt);
    }

    /** @param seller null until somebody has entered it */
    public record Company(String name, Seller seller) {}

    /** @param address null if it is not known, as {@code taxId} */
    public record Customer(String name, String taxId, Address address) {}

    /** When somebody was there, what they found and did. Each is null if nobody told. */
    public record Stay(Instant setOff, Instant arrived, Instant began, Instant ended, String found, String done) {

        static Stay of(Visit visit, Account told) {
            VisitView seen = VisitView.of(visit, told);
            return new Stay(
                    at(seen.travel()), at(seen.arrival()), at(seen.start()), at(seen.end()), seen.found(), seen.done());
        }

        private static Instant at(Milestone milestone) {
            return milestone == null ? null : milestone.occurredAt();
        }

        boolean isAccountedFor() {
            return found != null || done != null;
        }

        boolean tookPlace() {
            return arrived != null || began != null || ended != null;
        }
    }

    /** @param caption null if there is none */
    public record Picture(
            UUID id,
            Photo.Kind kind,
            Instant takenAt,
            String caption,
            String technician,
            String mediaType,
            String sha256,
            boolean shown) {

        static Picture of(Print print) {
            return new Picture(
                    print.id(),
                    print.kind(),
                    print.takenAt(),
                    print.caption(),
                    print.technician(),
                    print.mediaType(),
                    print.sha256(),
                    print.canBeShown());
        }
    }

    /**
     * @param contentHash of what was shown and signed; null where nobody signed
     * @param outdated whether the work was changed after it was signed
     * @param photosAdded true where nothing but photos were added; else null, as before it was said
     */
    public record Signed(
            UUID id,
            Signature.Outcome outcome,
            String signer,
            String reason,
            String contentHash,
            boolean outdated,
            Boolean photosAdded,
            Instant at) {

        static Signed of(Signature signature, SigningContent now) {
            return new Signed(
                    signature.id(),
                    signature.outcome(),
                    signature.signerName(),
                    signature.reason(),
                    signature.isSigned() ? signature.contentHash() : null,
                    signature.isSigned() && !signature.standsFor(now),
                    signature.isSigned() && signature.standsFor(now) && !signature.verifies(now) ? true : null,
                    signature.recordedAt());
        }

        /** What was changed afterwards, as of another. */
        Signed as(Signed other) {
            return new Signed(id, outcome, signer, reason, contentHash, other.outdated, other.photosAdded, at);
        }
    }

    /** What there is to say of a job now. */
    static Uni<ReportFacts> of(Mutiny.Session session, WorkOrder order) {
        UUID id = order.id();
        return KnownCompany.read(session)
                .chain(company -> Done.on(session, id)
                        .chain(done -> Visits.all(session, id)
                                .chain(visits -> Prints.of(session, id)
                                        .chain(prints -> Signatures.last(session, id)
                                                .map(last -> of(company, order, done, visits, prints, last))))));
    }

    private static ReportFacts of(
            KnownCompany company,
            WorkOrder order,
            Done done,
            List<Visit> visits,
            List<Print> prints,
            Optional<Signature> last) {
        WorkOrderFacts o = order.facts();
        CustomerRef customer = o.jobCard().customer();
        SigningContent job = SigningContent.of(order, done);
        boolean isClosed = o.closedAt() != null;
        return new ReportFacts(
                FORMAT,
                new Company(company.tradeName(), company.seller().orElse(null)),
                new Customer(customer.name(), customer.taxId(), customer.billingAddress()),
                job,
                o.jobCard().location().timeZone(),
                o.outcome(),
                o.followUpRequired(),
                visits.stream()
                        .map(visit -> Stay.of(visit, o.accounts().of(visit.appointmentId())))
                        .filter(Stay::tookPlace)
                        .toList(),
                prints.stream().map(Picture::of).toList(),
                last.map(signature -> Signed.of(signature, job)).orElse(null),
                isClosed ? closedBy(o.review()) : null,
                o.closedAt());
    }

    /** Whoever examined it, or the rule by which nobody needed to. */
    private static String closedBy(Review review) {
        return review.reviewerName() == null && review.examination() != null
                ? review.examination().ruleName()
                : review.reviewerName();
    }

    /** SHA-256: whether two say the same. */
    String hash() {
        return CanonicalJson.hash(CanonicalJson.bytes(this));
    }
}
