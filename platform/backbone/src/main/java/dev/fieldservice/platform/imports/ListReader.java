package dev.fieldservice.platform.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads lists, not on the event loop: a large one takes long. */
@ApplicationScoped
public class ListReader {

    private final Vertx vertx;

    public ListReader(Vertx vertx) {
        this.vertx = vertx;
    }

    public Uni<ListFile> read(byte[] file, ListColumns columns) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> ListFile.read(file, columns), false)
                        .toCompletionStage());
    }
}
