package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.demo.DemoCompany;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.ToldStory;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Photos of as many bytes and pixels as are kept, all at once, to the service in the heap that it has in production. */
@Tag("long")
@ExtendWith(RunningStack.class)
class PhotosAtOnceTest {

    private static final int AT_ONCE = 16;
    private static final int LARGEST = 15 << 20;
    private static final int WIDTH = 4096;
    private static final int HEIGHT = 3072;

    /** One after the other is decoded, on a machine that may do much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Api api;
    private LocalStack stack;
    private SignIn signIn;
    private Player technician;
    private String job;

    @Test
    void sixteenOfTheLargestAtOnceAreKeptByTheServiceInItsOrdinaryHeap(LocalStack running) throws Exception {
        stack = running;
        api = new Api(stack.address());
        signIn = new SignIn(stack.address(), new Client());
        job = begun();
        byte[] jpeg = largestJpeg();
        byte[] webp = largestWebP();

        List<String> photos = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            photos.add(UUID.randomUUID().toString());
            sent.add(upload(photos.getLast(), i % 2 == 0 ? jpeg : webp));
        }

        assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .hasSize(AT_ONCE)
                .containsOnly(201);
        for (String photo : photos) {
            await().atMost(PATIENCE).until(() -> hasThumbnail(photo));
        }
        assertThat(stack.service(Service.WORKORDER).isAlive()).isTrue();
        taken(job + "/complete", JobForms.COMPLETE);
    }

    private String begun() {
        var _ = DemoCompany.open(api, new ToldStory(System.out));
        technician = new KeycloakAdmin(stack.address(), new Client(), signIn).hire("fotograf", Role.TECHNICIAN);
        assertThat(new Office(api).technician(technician, "Fane Fotograful").isOk())
                .isTrue();
        OpenOrder opened = OpenOrder.call(api);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Answer assigned = api.tryPost(
                Player.DANA,
                "/v1/service-orders/" + opened.order() + "/assign",
                JobForms.assignment(technician, Slot.of(now, Duration.ofHours(2))));
        assertThat(assigned.status()).as("%s", assigned).isEqualTo(200);
        String path = "/v1/work-orders/" + opened.order();
        var _ = api.await(technician, path, Answer::isOk);
        taken(path + "/start", JobForms.NOTHING);
        return path;
    }

    private void taken(String path, String body) {
        Answer answer = api.tryPost(technician, path, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    /** At the port of the service itself: the gateway does not wait for sixteen pictures to be decoded. */
    private CompletableFuture<HttpResponse<String>> upload(String photo, byte[] content) {
        URI address = stack.address().service(Service.WORKORDER).resolve(job + "/photos/" + photo + "?kind=AFTER");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + signIn.token(technician.user()))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    private boolean hasThumbnail(String photo) {
        return api.get(technician, job + "/photos/" + photo)
                .body()
                .at("/hasThumbnail")
                .asBoolean();
    }

    /** Nothing makes its pixels smaller; what follows its end is received and not kept. */
    private static byte[] largestJpeg() throws IOException {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        new Random(20261201).nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "jpeg", out)).isTrue();
        assertThat(out.size()).isLessThan(LARGEST);
        return Arrays.copyOf(out.toByteArray(), LARGEST);
    }

    /** 4090 × 3080 pixels, in a chunk that is as long as it may be, and is held in memory as a whole. */
    private static byte[] largestWebP() throws IOException {
        try (InputStream in = PhotosAtOnceTest.class.getResourceAsStream("/photo.webp")) {
            byte[] padded = Arrays.copyOf(in.readAllBytes(), LARGEST);
            ByteBuffer sizes = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
            sizes.putInt(4, LARGEST - 8).putInt(16, LARGEST - 20);
            return padded;
        }
    }
}
