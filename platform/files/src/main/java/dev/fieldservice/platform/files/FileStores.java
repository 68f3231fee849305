package dev.fieldservice.platform.files;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** The store that the settings choose. */
class FileStores {

    @Produces
    @Singleton
    FileStore store(FilesConfig config) throws IOException {
        return switch (config.store()) {
            case FOLDER -> new Folder(config.folder());
            case S3 -> new S3Bucket(config);
        };
    }
}
