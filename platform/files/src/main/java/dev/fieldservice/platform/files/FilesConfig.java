package dev.fieldservice.platform.files;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where files are kept. */
@ConfigMapping(prefix = "fieldservice.files")
public interface FilesConfig {

    /** {@code FOLDER}: a directory, shared by all replicas of the service. {@code S3}: a bucket. */
    @WithDefault("FOLDER")
    Kind store();

    /** The directory of the store {@code FOLDER}; made if it is not there. */
    @WithDefault("files")
    Path folder();

    /**
     * Where a body is written while it arrives; with {@code FOLDER} it is a directory of the store and this is not used. It
     * needs room for all uploads at a time.
     */
    @WithDefault("${java.io.tmpdir}")
    Path spool();

    /**
     * How long a file to which nothing refers is kept. Longer than any upload takes and than anybody waits between an upload
     * and the command that refers to it.
     */
    @WithDefault("PT24H")
    Duration grace();

    /** The store {@code S3}. */
    S3 s3();

    /** Which store. */
    enum Kind {
        FOLDER,
        S3
    }

    /** A bucket of any server that speaks S3. */
    interface S3 {

        /** The server; empty for Amazon's of the region. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** Has to be there; the service does not make it. */
        @WithDefault("field-service")
        String bucket();

        /** What the names of this service's objects start with, such as {@code workorder-service/}. */
        @WithDefault("${quarkus.application.name}/")
        String prefix();

        /** Empty: the credentials come from the environment, as the AWS SDK finds them. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** How long the server may take to take or give a file, all attempts together. Far shorter than the grace. */
        @WithDefault("PT5M")
        Duration timeout();
    }
}
