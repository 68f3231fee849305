package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.photos.PhotoHash;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer said to the work. A later one stands for what was said last; the earlier ones are kept. */
@Entity
public class Signature extends Entry {

    @Schema(name = "SignatureOutcome")
    public enum Outcome {
        SIGNED,
        REFUSED,
        ABSENT
    }

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    byte[] content;
    String contentHash;
    String signerName;
    String reason;
    UUID recordedBy;

    protected Signature() {}

    private Signature(WorkOrder order, By by) {
        super(order, "signature", order.isUnderWay() || order.isCompleted(), by);
        this.recordedBy = by.id();
    }

    /**
     * Refused with 409 where the customer was shown something else than what is true now, but for photos that have come since.
     *
     * @param now what the customer signs of this work, as it is now
     * @param photos oldest first
     */
    static Signature of(WorkOrder order, SigningContent now, List<PhotoHash> photos, Sign request, By by) {
        Signature signature = new Signature(order, by);
        signature.outcome = request.outcome();
        signature.content = signature.isSigned()
                ? now.asShown(photos, request.contentHash()).bytes()
                : now.bytes();
        signature.contentHash = CanonicalJson.hash(signature.content);
        signature.signerName = request.signerName();
        signature.reason = request.reason();
        if (signature.isSigned() && !signature.contentHash.equals(request.contentHash())) {
            throw new Refusal.Conflict(
                            "content-changed",
                            "The work order has changed since it was shown. Show it to the customer again.")
                    .refused();
        }
        order.fulfilment().customerSpoke();
        signature.recorded("SIGNATURE_" + signature.outcome, by.at(), signature.words(), by);
        return signature;
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean isSigned() {
        return outcome == Outcome.SIGNED;
    }

    public String signerName() {
        return signerName;
    }

    public String contentHash() {
        return contentHash;
    }

    /** Why nobody signed; null where somebody did. */
    public String reason() {
        return reason;
    }

    /** For people who read the history. */
    private String words() {
        return isSigned() ? signerName : reason;
    }

    /** Says whether the customer signed exactly this work, and what was kept is what was signed. */
    public boolean verifies(SigningContent now) {
        return isKeptAsItWas() && now.shownAs(shown()).hash().equals(contentHash);
    }

    /** The same where nothing but photos were added since, which need no new signature. */
    public boolean standsFor(SigningContent now) {
        SigningContent shown = shown();
        return isKeptAsItWas()
                && now.shownAs(shown).withoutLaterPhotos(shown).hash().equals(contentHash);
    }

    private boolean isKeptAsItWas() {
        return CanonicalJson.hash(content).equals(contentHash);
    }

    private SigningContent shown() {
        return SigningContent.read(content);
    }
}
