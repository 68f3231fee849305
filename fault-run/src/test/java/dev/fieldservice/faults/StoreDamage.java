package dev.fieldservice.faults;

import dev.fieldservice.faults.evidence.Stores.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file store as a broken disk or service would leave it; undone afterwards. */
record StoreDamage(Kept kept) {

    /** Does the work while the file is not there. */
    void duringLoss(Runnable work) throws IOException {
        byte[] content = Files.readAllBytes(kept.file());
        Files.delete(kept.file());
        restoring(content, work);
    }

    /** Does the work while one bit of it is another. */
    void duringDecay(Runnable work) throws IOException {
        byte[] content = Files.readAllBytes(kept.file());
        byte[] decayed = content.clone();
        decayed[content.length / 2] ^= 1;
        Files.write(kept.file(), decayed);
        restoring(content, work);
    }

    /** Does the work while another lies beside it of which nobody knows. */
    void duringStray(Runnable work) throws IOException {
        Path stray = kept.file().resolveSibling("f".repeat(64) + "-stray");
        Files.write(stray, new byte[] {1});
        try {
            work.run();
        } finally {
            Files.delete(stray);
        }
    }

    private void restoring(byte[] content, Runnable work) throws IOException {
        try {
            work.run();
        } finally {
            Files.write(kept.file(), content);
        }
    }
}
