package dev.fieldservice.probe.attachments;

import dev.fieldservice.probe.ProbeServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ProbeServers.class)
@WithTestResource(S3Store.class)
class DownloadInS3Test extends DownloadRules {}
