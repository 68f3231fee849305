package dev.fieldservice.local;

import dev.fieldservice.local.processes.ProcessLedger;
import dev.fieldservice.local.servers.Folders;
import dev.fieldservice.local.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder of one stack, held by one stack at a time. */
final class DataFolder implements AutoCloseable {

    private static final String PROCESSES = "processes";
    private static final String POSTGRES = "postgres";
    private static final long NEEDED_BYTES = 1L << 30;

    private final Path folder;
    private final boolean temporary;
    private final FileChannel lockFile;
    private final ProcessLedger ledger;

    private DataFolder(Path folder, boolean temporary, FileChannel lockFile) {
        this.folder = folder;
        this.temporary = temporary;
        this.lockFile = lockFile;
        this.ledger = new ProcessLedger(folder.resolve(PROCESSES));
    }

    /** @throws StackFailure when it is not writable, nearly full, or in use by another stack */
    static DataFolder open(Path folder, boolean temporary) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            requireSpace(folder);
            return new DataFolder(folder, temporary, lock(folder));
        } catch (IOException e) {
            throw new StackFailure("Cannot write to the data folder " + folder + " (" + reason(e)
                    + "); choose another with --data FOLDER");
        }
    }

    private static void requireSpace(Path folder) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new StackFailure("Only " + (free >> 20) + " MB are free where the data folder " + folder
                    + " lies; the stack needs " + (NEEDED_BYTES >> 20) + " MB");
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file).isEmpty()) {
            file.close();
            throw new StackFailure("Field Service already runs with the data folder " + folder
                    + "; stop it first (Ctrl-C), or choose another folder with --data FOLDER");
        }
        return file;
    }

    private static Optional<FileLock> tryLock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    /** Ends what a killed stack has left running. */
    static void endLeftovers(Path folder) {
        new ProcessLedger(folder.resolve(PROCESSES)).endLeftovers();
        PostgresServer.endLeftover(folder.resolve(POSTGRES));
    }

    void endLeftovers() {
        endLeftovers(folder);
    }

    Path postgres() {
        return folder.resolve(POSTGRES);
    }

    Path of(String server) {
        return folder.resolve(server);
    }

    Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    ProcessLedger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (temporary) {
            Folders.delete(folder);
        }
    }
}
