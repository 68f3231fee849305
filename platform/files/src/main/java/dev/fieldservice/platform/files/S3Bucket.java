package dev.fieldservice.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The store in a bucket of any server that speaks S3. An object appears when all of it was received, and is durable when the
 * server says so. Only the plainest of S3 is used (path style, no checksums beyond what is demanded), which all servers know.
 */
final class S3Bucket implements FileStore {

    private final S3Client client;
    private final FilesConfig.S3 config;
    private final Path spool;

    S3Bucket(FilesConfig config) throws IOException {
        this.config = config.s3();
        this.spool = Files.createDirectories(config.spool().resolve("arriving"));
        this.client = client(config.s3());
    }

    private static S3Client client(FilesConfig.S3 config) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(config.timeout()));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(FilesConfig.S3 config) {
        return config.accessKey()
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, config.secretKey().orElse(""))))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    @Override
    public Path spool() {
        return spool;
    }

    @Override
    public void put(ObjectName name, Path spooled) throws IOException {
        var _ = call(() -> client.putObject(
                request -> request.bucket(config.bucket()).key(key(name)), RequestBody.fromFile(spooled)));
    }

    @Override
    public InputStream open(ObjectName name, long from, long length) throws IOException {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        try {
            return call(() -> client.getObject(request ->
                    request.bucket(config.bucket()).key(key(name)).range("bytes=" + from + "-" + (from + length - 1))));
        } catch (IOException failure) {
            if (failure.getCause() instanceof NoSuchKeyException) {
                throw new NoSuchFileException(name.path());
            }
            throw failure;
        }
    }

    @Override
    public boolean holds(ObjectName name) throws IOException {
        return call(() -> {
            try {
                return client.headObject(
                                request -> request.bucket(config.bucket()).key(key(name)))
                        != null;
            } catch (NoSuchKeyException none) {
                return false;
            }
        });
    }

    @Override
    public void delete(ObjectName name) throws IOException {
        var _ = call(() ->
                client.deleteObject(request -> request.bucket(config.bucket()).key(key(name))));
    }

    private String key(ObjectName name) {
        return config.prefix() + name.path();
    }

    @FunctionalInterface
    private interface Call<T> {
        T made();
    }

    private static <T> T call(Call<T> call) throws IOException {
        try {
            return call.made();
        } catch (SdkException failure) {
            throw new IOException("S3: " + failure.getMessage(), failure);
        }
    }
}
