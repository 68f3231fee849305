package dev.fieldservice.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A place that keeps files under names that are used once. All methods block. */
interface FileStore {

    /** A directory for what is not yet in the store. */
    Path spool();

    /**
     * Takes a file that lies in the spool, whole or not at all, and durably. May be repeated with the same content.
     *
     * @param spooled may be gone afterwards
     */
    void put(ObjectName name, Path spooled) throws IOException;

    /** Bytes of a file, from a place on. Fails with {@link NoSuchFileException} if the file is not there. */
    InputStream open(ObjectName name, long from, long length) throws IOException;

    boolean holds(ObjectName name) throws IOException;

    /** It is no failure if the file is not there. */
    void delete(ObjectName name) throws IOException;
}
