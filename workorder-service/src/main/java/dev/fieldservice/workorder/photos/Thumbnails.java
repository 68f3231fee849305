package dev.fieldservice.workorder.photos;

import dev.fieldservice.platform.documents.PictureThreads;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.FinalFailure;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.pictures.Thumbnail;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.IIOException;

/** The small picture of a photo, made when whoever took it has been answered. */
@ApplicationScoped
public class Thumbnails implements Outside<Thumbnails.Content, String, StoredFile> {

    static final int SIDE = 320;

    /** It waits for those who upload. */
    private static final Policy POLICY =
            new Policy(1, Duration.ofMinutes(2), Duration.ofSeconds(5), 12, Policy.Repetition.NONE);

    public record Content(UUID photoId) {}

    private final Files files;
    private final PictureThreads threads;

    Thumbnails(Files files, PictureThreads threads) {
        this.files = files;
        this.threads = threads;
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Policy policy() {
        return POLICY;
    }

    @Override
    public Uni<Optional<String>> prepare(Tx tx, Errand<Content> errand) {
        return tx.session().find(Photo.class, errand.content().photoId()).map(photo -> Optional.of(photo.sha256));
    }

    @Override
    public Uni<StoredFile> act(String sha256) {
        return files.read(sha256, this::small).chain(small -> files.store(file -> file.write(small)));
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Content> errand, StoredFile small) {
        UUID photo = errand.content().photoId();
        return tx.session()
                .createMutationQuery("update Photo set thumbnailSha256 = :small where id = :photo")
                .setParameter("small", small.sha256())
                .setParameter("photo", photo)
                .executeUpdate()
                .chain(() -> files.claim(tx, small.sha256(), photo))
                .replaceWith(Next::done);
    }

    private byte[] small(InputStream picture) {
        try {
            return small(picture, threads);
        } catch (IIOException | RuntimeException unreadable) {
            throw new FinalFailure("The picture cannot be decoded.", unreadable);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] small(InputStream picture, PictureThreads threads) throws IOException {
        var small = new ByteArrayOutputStream();
        return threads.call(() -> {
            Thumbnail.of(picture, small, SIDE);
            return small.toByteArray();
        });
    }
}
