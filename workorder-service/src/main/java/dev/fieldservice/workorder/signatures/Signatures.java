package dev.fieldservice.workorder.signatures;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what the customer said to the work. */
public final class Signatures {

    private Signatures() {}

    /** What was said last. */
    public static Uni<Optional<Signature>> last(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(
                        "from Signature where workOrderId = :order order by recordedAt desc, id desc", Signature.class)
                .setParameter("order", orderId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** How it was drawn, as PNG; empty where nobody signed. */
    public static Uni<Optional<byte[]>> drawn(Mutiny.Session session, UUID signatureId) {
        return session.find(SignatureImage.class, signatureId)
                .map(image -> Optional.ofNullable(image).map(drawn -> drawn.png));
    }
}
