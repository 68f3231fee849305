package dev.fieldservice.probe.attachments;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A server that speaks S3, with one bucket. */
public class S3Store implements QuarkusTestResourceLifecycleManager {

    private S3Proxy server;

    @Override
    public Map<String, String> start() {
        try {
            Path root = Files.createTempDirectory(Path.of("target"), "s3-").toAbsolutePath();
            Files.createDirectories(root.resolve("blobs").resolve("probe-files"));
            server = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(root.resolve("blobs").toString()))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "probe", "secret of the probe")
                    .build();
            server.start();
            return Map.of(
                    "fieldservice.files.store", "S3",
                    "fieldservice.files.spool", root.toString(),
                    "fieldservice.files.s3.endpoint", "http://127.0.0.1:" + server.getPort(),
                    "fieldservice.files.s3.bucket", "probe-files",
                    "fieldservice.files.s3.access-key", "probe",
                    "fieldservice.files.s3.secret-key", "secret of the probe",
                    "test.files.root", root.toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
