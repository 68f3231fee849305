package dev.fieldservice.workorder.photos;

import dev.fieldservice.platform.documents.PictureThreads;
import dev.fieldservice.platform.files.Files;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.IIOException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** The photos of a job for whoever puts them on paper: small, as hundreds of them go on one. */
@ApplicationScoped
public class Prints {

    private static final Logger LOG = Logger.getLogger(Prints.class);
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
        return of(session, orderId, STANDING);
    }

    /** Withdrawn or not. */
    public static Uni<List<Print>> all(Mutiny.Session session, UUID orderId) {
        return of(session, orderId, "from Photo where workOrderId = :order");
    }

    private static Uni<List<Print>> of(Mutiny.Session session, UUID orderId, String query) {
        return session.createSelectionQuery(query, Photo.class)
                .setParameter("order", orderId)
                .getResultList()
                .map(photos -> photos.stream().map(Print::of).toList());
    }

    /**
     * The small pictures as JPEG, made on the way where nobody has made them yet. None for a photo whose file is gone or cannot be
     * decoded, which nobody can mend: all others are to be printed nevertheless.
     */
    public Uni<Map<UUID, byte[]>> pictures(List<Print> prints) {
        Map<String, Function<InputStream, Optional<byte[]>>> readers = prints.stream()
                .collect(Collectors.toMap(
                        Print::shownSha256,
                        print -> print.thumbnailSha256() == null ? this::small : Prints::bytes,
                        (one, same) -> one));
        return files.readAll(readers).map(read -> readable(prints, read));
    }

    private static Map<UUID, byte[]> readable(List<Print> prints, Map<String, Optional<byte[]>> read) {
        Map<UUID, byte[]> pictures = new HashMap<>();
        prints.forEach(print -> read.getOrDefault(print.shownSha256(), Optional.empty())
                .ifPresent(picture -> pictures.put(print.id(), picture)));
        return pictures;
    }

    /** Read where it is decoded, so that of those that wait for their turn none is in memory. */
    Optional<byte[]> small(InputStream picture) {
        var stored = new StoredPicture(picture);
        Optional<byte[]> small = decoded(stored);
        stored.requireGiven();
        return small;
    }

    private Optional<byte[]> decoded(InputStream picture) {
        try {
            return Optional.of(Thumbnails.small(picture, threads));
        } catch (RejectedExecutionException stopping) {
            throw stopping;
        } catch (IIOException | EOFException | RuntimeException unreadable) {
            LOG.warnf("a picture cannot be decoded: %s", unreadable);
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<byte[]> bytes(InputStream picture) {
        try {
            return Optional.of(picture.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
