package dev.fieldservice.platform.files;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends downloads piece by piece. The next piece is read when the client has taken the one before, so that a slow one holds a
 * piece in memory and no thread.
 */
@Provider
public class DownloadWriter implements ServerMessageBodyWriter<Download> {

    private static final Logger LOG = Logger.getLogger(DownloadWriter.class);
    private static final int PIECE = 64 * 1024;

    private final FileStore store;
    private final FileThreads threads;

    DownloadWriter(FileStore store, FileThreads threads) {
        this.store = store;
        this.threads = threads;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo operation, MediaType mediaType) {
        return type == Download.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Download.class;
    }

    @Override
    public void writeResponse(Download download, Type generic, ServerRequestContext context) {
        var request = (ResteasyReactiveRequestContext) context;
        ByteRange range = download.range();
        // the first piece is written before the other headers are
        request.serverResponse().setResponseHeader("Content-Length", String.valueOf(range.length()));
        request.suspend();
        var _ = threads.call(() -> store.open(download.name(), range.from(), range.length()))
                .subscribe()
                .with(
                        content -> new Sending(request, content, range.length()).next(),
                        failure -> request.resume(Files.unavailable(failure)));
    }

    @Override
    public void writeTo(
            Download download,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
        throw new IllegalStateException("is sent without a thread, see writeResponse");
    }

    /** One answer under way. */
    private final class Sending {

        private final ResteasyReactiveRequestContext request;
        private final HttpServerResponse response;
        private final InputStream content;
        private long left;

        Sending(ResteasyReactiveRequestContext request, InputStream content, long length) {
            this.request = request;
            this.response = request.unwrap(HttpServerResponse.class);
            this.content = content;
            this.left = length;
        }

        void next() {
            if (left == 0) {
                close();
                response.end().onComplete(sent -> request.resume());
                return;
            }
            var _ = threads.call(() -> content.readNBytes((int) Math.min(PIECE, left)))
                    .chain(this::send)
                    .subscribe()
                    .with(taken -> next(), this::breakOff);
        }

        private Uni<Void> send(byte[] piece) {
            if (piece.length == 0) {
                return Uni.createFrom().failure(new IOException("shorter than it was when it was stored"));
            }
            left -= piece.length;
            return Uni.createFrom()
                    .completionStage(response.write(Buffer.buffer(piece)).toCompletionStage());
        }

        /** The head is on its way: all that is left to say is that this is not the end. */
        private void breakOff(Throwable failure) {
            LOG.debugf("a download was broken off: %s", failure);
            close();
            request.unwrap(HttpServerRequest.class).connection().close();
            request.resume();
        }

        private void close() {
            var _ = threads.run(content::close)
                    .subscribe()
                    .with(closed -> {}, failure -> LOG.debugf("not closed: %s", failure));
        }
    }
}
