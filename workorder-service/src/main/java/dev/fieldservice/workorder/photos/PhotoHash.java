package dev.fieldservice.workorder.photos;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * By what a photo, or a document, is known again.
 *
 * @param sha256 of what is kept
 */
public record PhotoHash(UUID id, Photo.Kind kind, String sha256) {

    private static final String STANDING =
            "select new dev.fieldservice.workorder.photos.PhotoHash(p.id, p.kind, p.sha256) from Photo p"
                    + " where p.workOrderId = :order and p.withdrawal is null order by p.recordedAt, p.id";

    /** Those that stand, oldest first. */
    public static Uni<List<PhotoHash>> standing(Mutiny.Session session, UUID order) {
        return session.createSelectionQuery(STANDING, PhotoHash.class)
                .setParameter("order", order)
                .getResultList();
    }
}
