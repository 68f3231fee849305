package dev.fieldservice.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The store in a directory, which may be shared by several machines. */
final class Folder implements FileStore {

    private static final String ARRIVING = "arriving";

    private final Path root;
    private final Path spool;

    Folder(Path root) throws IOException {
        this.root = root;
        this.spool = root.resolve(ARRIVING);
        Files.createDirectories(spool);
    }

    @Override
    public Path spool() {
        return spool;
    }

    /** A rename is atomic; it must not reach the disk before the content does, nor the commit before the rename. */
    @Override
    public void put(ObjectName name, Path spooled) throws IOException {
        Path target = path(name);
        sync(spooled, StandardOpenOption.WRITE);
        makeDirectory(target.getParent());
        Files.move(spooled, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(target.getParent(), StandardOpenOption.READ);
    }

    @Override
    public InputStream open(ObjectName name, long from, long length) throws IOException {
        FileChannel file = FileChannel.open(path(name), StandardOpenOption.READ);
        return new Part(Channels.newInputStream(file.position(from)), length);
    }

    @Override
    public boolean holds(ObjectName name) {
        return Files.isRegularFile(path(name));
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    private Path path(ObjectName name) {
        return root.resolve(name.path());
    }

    private void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            sync(directory.getParent(), StandardOpenOption.READ);
            sync(root, StandardOpenOption.READ);
        }
    }

    private static void sync(Path path, StandardOpenOption as) throws IOException {
        try (FileChannel open = FileChannel.open(path, as)) {
            open.force(true);
        }
    }
}
