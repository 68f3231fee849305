package dev.fieldservice.workorder.photos;

import dev.fieldservice.platform.documents.PictureThreads;
import dev.fieldservice.platform.files.Files;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The photos of a job for whoever puts them on paper: small, as hundreds of them go on one. */
@ApplicationScoped
public class Prints {

    private static final String STANDING =
            "from Photo where workOrderId = :order and withdrawal is null order by takenAt, id";

    private final Files files;
    private final PictureThreads threads;

    Prints(Files files, PictureThreads threads) {
        this.files = files;
        this.threads = threads;
    }

    /** Those that stand, in the order in which they were taken. */
    public static Uni<List<Print>> of(Mutiny.Session session, UUID orderId) {
        return session.createSelectionQuery(STANDING, Photo.class)
                .setParameter("order", orderId)
                .getResultList()
                .map(photos -> photos.stream().map(Print::of).toList());
    }

    /** The small pictures as JPEG, made on the way where nobody has made them yet. */
    public Uni<Map<UUID, byte[]>> pictures(List<Print> prints) {
        Map<String, Function<InputStream, byte[]>> readers = prints.stream()
                .collect(Collectors.toMap(
                        Print::shownSha256,
                        print -> print.thumbnailSha256() == null ? this::small : Prints::bytes,
                        (one, same) -> one));
        return files.readAll(readers)
                .map(files ->
                        prints.stream().collect(Collectors.toMap(Print::id, print -> files.get(print.shownSha256()))));
    }

    private byte[] small(InputStream picture) {
        try {
            return Thumbnails.small(picture, threads);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(InputStream picture) {
        try {
            return picture.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
