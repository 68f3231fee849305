package dev.fieldservice.workorder.photos;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** How many photos of a kind stand on a job. */
@Schema(name = "PhotoCount")
public record PhotoCount(Photo.Kind kind, long photos) {

    /** Of each kind of which there are any. */
    public static Uni<List<PhotoCount>> on(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery("""
                        select kind, count(*) from Photo
                         where workOrderId = :order and withdrawal is null
                         group by kind order by kind\
                        """, PhotoCount.class)
                .setParameter("order", orderId)
                .getResultList();
    }
}
