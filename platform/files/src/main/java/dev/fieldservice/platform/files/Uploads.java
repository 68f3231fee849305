package dev.fieldservice.platform.files;

import dev.fieldservice.platform.http.Bodies;
import dev.fieldservice.platform.http.PacedBody;
import dev.fieldservice.platform.memory.MemoryConfig;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Upload of the body of the request that is being served. The operation says by {@code @BodyTypes} which media types it takes,
 * and by {@code @BodyLimit} how large a body; it has no parameter for the body, which is never in memory as a whole.
 */
@RequestScoped
public class Uploads {

    private final RoutingContext http;
    private final Files files;
    private final MemoryConfig memory;

    public Uploads(RoutingContext http, Files files, MemoryConfig memory) {
        this.http = http;
        this.files = files;
        this.memory = memory;
    }

    /** Stores the body. Refused if it is empty, too large, too slow or broken off; then nothing stays behind. */
    public Uni<StoredFile> receive() {
        return received(files::store);
    }

    /** Stores what is made of the body, such as a picture without all that came with it. */
    public Uni<StoredFile> receive(Files.Rewriting rewriting) {
        return received((body, most) -> files.store(body, most, rewriting));
    }

    private Uni<StoredFile> received(BiFunction<PacedBody, Long, Uni<StoredFile>> store) {
        Long limit = http.get(Bodies.LIMIT);
        if (limit == null) {
            return Uni.createFrom().failure(empty());
        }
        HttpServerRequest request = http.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        return store.apply(new PacedBody(http, memory.bodyPatience()), limit).invoke(file -> {
            if (file.size() == 0) {
                throw empty();
            }
        });
    }

    private static RuntimeException empty() {
        return new Refusal.Invalid("invalid-request", "Send the content of the file as the body.", List.of()).refused();
    }
}
