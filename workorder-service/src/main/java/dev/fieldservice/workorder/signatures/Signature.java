package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer said to the work. A later one stands for what was said last; the earlier ones are kept. */
@Entity
public class Signature {

    @Schema(name = "SignatureOutcome")
    public enum Outcome {
        SIGNED,
        REFUSED,
        ABSENT
    }

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    WorkOrder workOrder;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    byte[] content;
    String contentHash;
    String signerName;
    String reason;
    UUID recordedBy;
    Instant recordedAt;

    protected Signature() {}

    /** Refused with 409 where the customer was shown something else than what is true now. */
    static Signature of(WorkOrder order, Sign request, By by) {
        SigningContent shown = order.signingContent();
        Signature signature = new Signature();
        signature.id = Ids.next();
        signature.workOrder = order;
        signature.outcome = request.outcome();
        signature.content = shown.bytes();
        signature.contentHash = SigningContent.hash(signature.content);
        signature.signerName = request.signerName();
        signature.reason = request.reason();
        signature.recordedBy = by.id();
        signature.recordedAt = by.at();
        if (signature.isSigned() && !signature.contentHash.equals(request.contentHash())) {
            throw new Refusal.Conflict(
                            "content-changed",
                            "The work order has changed since it was shown. Show it to the customer again.")
                    .refused();
        }
        return signature;
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean isSigned() {
        return outcome == Outcome.SIGNED;
    }

    /** For people who read the history. */
    public String words() {
        return isSigned() ? signerName : reason;
    }

    /** Says whether the customer signed exactly this, and what was kept is what was signed. */
    public boolean verifies(SigningContent now) {
        return SigningContent.hash(content).equals(contentHash) && now.hash().equals(contentHash);
    }
}
