package dev.fieldservice.platform.files;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The file storage: content-addressed, so that the same bytes are the same file, however often they come.
 *
 * <p>Store first, then refer: a command is handed what was stored and claims it in its transaction, under the id of what
 * refers to it. What nobody claims within the grace time, or no more, is swept.
 */
@ApplicationScoped
public class Files {

    private static final Logger LOG = Logger.getLogger(Files.class);
    static final int SWEPT_AT_ONCE = 200;

    private final FileStore store;
    private final FileRegister register;
    private final FileThreads threads;
    private final FilesConfig config;
    private final Clock clock;

    Files(FileStore store, FileRegister register, FileThreads threads, FilesConfig config, Clock clock) {
        this.store = store;
        this.register = register;
        this.threads = threads;
        this.config = config;
        this.clock = clock;
    }

    /** Writes a file that is made here, such as a report; runs on a thread that may block. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream file) throws IOException;
    }

    /** Writes anew what has come, such as a picture; runs on a thread that may block. What it throws is what the sender is told. */
    @FunctionalInterface
    public interface Rewriting {
        void copy(InputStream sent, OutputStream kept) throws IOException;
    }

    /** Stores a body as it comes; refused with 413 once it is larger than {@code most} bytes. */
    public Uni<StoredFile> store(ReadStream<Buffer> body, long most) {
        return arrive(arrival -> new Receiving(body, most, arrival, threads).start());
    }

    /** Stores what is made of a body when all of it has come; of the body itself nothing stays behind. */
    public Uni<StoredFile> store(ReadStream<Buffer> body, long most, Rewriting rewriting) {
        return arrive(
                arrival -> new Receiving(body, most, arrival, threads).start(),
                sent -> store(kept -> {
                    try (InputStream content = java.nio.file.Files.newInputStream(sent.path())) {
                        rewriting.copy(content, kept);
                    }
                }));
    }

    public Uni<StoredFile> store(Content content) {
        return arrive(arrival -> threads.call(() -> {
            try (arrival) {
                content.writeTo(arrival);
            }
            return arrival;
        }));
    }

    /**
     * Refers to a stored file, in the transaction that needs it.
     *
     * @param owner the id of what refers to it: the photo, the document
     */
    public Uni<Void> claim(Tx tx, String sha256, UUID owner) {
        return register.claim(tx, sha256, owner)
                .invoke(isClaimed -> {
                    if (!isClaimed) {
                        throw new Refusal.Unavailable("The file is not there any more. Send it again.").refused();
                    }
                })
                .replaceWithVoid();
    }

    /** Refers no more to any file. Each is swept if nobody else does. */
    public Uni<Void> release(Tx tx, UUID owner) {
        return register.release(tx, owner);
    }

    /** Reads a file on a thread that may block. */
    public <T> Uni<T> read(String sha256, Function<InputStream, T> reader) {
        return find(sha256).chain(entry -> read(entry, reader));
    }

    /**
     * Reads files one after the other, as there may be hundreds, and asks the database once where they all are. What is not there is
     * left out. Not to be asked for within a transaction.
     *
     * @param readers by the SHA-256 of the file
     */
    public <T> Uni<Map<String, T>> readAll(Map<String, Function<InputStream, T>> readers) {
        return readers.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : register.find(readers.keySet()).chain(found -> readAll(found, readers));
    }

    private <T> Uni<Map<String, T>> readAll(
            List<FileRegister.Entry> found, Map<String, Function<InputStream, T>> readers) {
        if (found.size() < readers.size()) {
            LOG.warnf("%d of %d files are not known", readers.size() - found.size(), readers.size());
        }
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(entry -> readIfThere(entry, readers.get(entry.sha256())))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Null, which the stream leaves out, for a file that has gone from the store. */
    private <T> Uni<Map.Entry<String, T>> readIfThere(FileRegister.Entry entry, Function<InputStream, T> reader) {
        return threads.call(() -> {
                    try (InputStream content = store.open(entry.name(), 0, entry.size())) {
                        return Map.entry(entry.sha256(), reader.apply(content));
                    } catch (NoSuchFileException gone) {
                        LOG.warnf("a file has gone from the store: %s", gone.getMessage());
                        return null;
                    }
                })
                .onFailure(IOException.class)
                .transform(Files::unavailable);
    }

    private <T> Uni<T> read(FileRegister.Entry entry, Function<InputStream, T> reader) {
        return threads.call(() -> {
                    try (InputStream content = store.open(entry.name(), 0, entry.size())) {
                        return reader.apply(content);
                    }
                })
                .onFailure(IOException.class)
                .transform(Files::unavailable);
    }

    /** Fails as not found if there is no such file. */
    Uni<FileRegister.Entry> find(String sha256) {
        return register.find(sha256).map(found -> found.orElseThrow(() -> new Refusal.NotFound("file").refused()));
    }

    /**
     * Deletes files to which nobody has referred for the grace time, up to 200 of them, and what broken uploads have left
     * behind. May run as often as one likes, on any number of replicas at once.
     *
     * @return how many were deleted; 200 mean that there may be more
     */
    public Uni<Integer> sweep() {
        Instant before = clock.instant().minus(config.grace());
        return register.sweep(before, SWEPT_AT_ONCE)
                .chain(swept -> Multi.createFrom()
                        .iterable(swept)
                        .onItem()
                        .transformToUniAndConcatenate(entry -> delete(entry.name()))
                        .filter(isDeleted -> isDeleted)
                        .collect()
                        .asList())
                .call(() -> threads.run(() -> clearSpool(before)))
                .map(deleted -> deleted.size());
    }

    /** One that cannot be deleted now is tried again by the next sweep and does not keep the others. */
    private Uni<Boolean> delete(ObjectName name) {
        return threads.run(() -> store.delete(name))
                .chain(() -> register.forget(name))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("not deleted: %s: %s", name.path(), failure);
                    return false;
                });
    }

    private void clearSpool(Instant before) throws IOException {
        try (DirectoryStream<Path> left = java.nio.file.Files.newDirectoryStream(store.spool(), Arrival::is)) {
            for (Path file : left) {
                if (java.nio.file.Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    java.nio.file.Files.deleteIfExists(file);
                }
            }
        }
    }

    private Uni<StoredFile> arrive(Function<Arrival, Uni<Arrival>> write) {
        return arrive(write, written -> keep(written, written.whole()));
    }

    private Uni<StoredFile> arrive(Function<Arrival, Uni<Arrival>> write, Function<Arrival, Uni<StoredFile>> onwards) {
        return threads.call(() -> Arrival.in(store.spool()))
                .chain(arrival -> write.apply(arrival)
                        .chain(written -> onwards.apply(written))
                        .onTermination()
                        .call(() -> threads.run(arrival::discard)))
                .onFailure(IOException.class)
                .transform(Files::unavailable);
    }

    private Uni<StoredFile> keep(Arrival arrival, StoredFile file) {
        return register.announce(file)
                .call(entry -> threads.run(() -> {
                    if (!entry.isStored() || !store.holds(entry.name())) {
                        store.put(entry.name(), arrival.path());
                    }
                }))
                .call(entry -> entry.isStored() ? Uni.createFrom().voidItem() : confirm(entry.name()))
                .replaceWith(file);
    }

    private Uni<Void> confirm(ObjectName name) {
        return register.stored(name)
                .chain(isInUse -> isInUse
                        ? Uni.createFrom().voidItem()
                        : threads.run(() -> store.delete(name))
                                .chain(() -> Uni.createFrom()
                                        .failure(new IOException("swept while it was being stored: " + name.path()))));
    }

    static Refused unavailable(Throwable failure) {
        LOG.warnf("the file store fails: %s", failure);
        return new Refusal.Unavailable("The file store does not answer. Repeat with the same key.").refused();
    }
}
