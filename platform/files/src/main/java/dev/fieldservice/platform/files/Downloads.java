package dev.fieldservice.platform.files;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;

/**
 * Download of a stored file as the answer to the request that is being served: whole, a range of it, or nothing if the client
 * has it. A browser saves it and never shows it as a page of ours, whatever is in it.
 */
@RequestScoped
public class Downloads {

    /** Compressed it would have another length, and its ranges would be others. */
    private static final String UNCOMPRESSED = "identity";

    private final RoutingContext http;
    private final Files files;

    public Downloads(RoutingContext http, Files files) {
        this.http = http;
        this.files = files;
    }

    /**
     * Answers with a file. Whether the caller may see it is for the caller of this to decide. The operation answers with a
     * {@code Response} as it is, of which Quarkus does not guess how it is written, and says by {@code @Produces} which media
     * types it sends.
     *
     * @param fileName under which a browser saves it; may be anything a person called it
     */
    public Uni<Response> answer(String sha256, String fileName, String mediaType) {
        HttpServerRequest request = http.request();
        return files.find(sha256).map(entry -> {
            String tag = "\"" + sha256 + "\"";
            if (matches(request.getHeader("If-None-Match"), tag)) {
                return Response.status(304).header("ETag", tag).build();
            }
            Optional<ByteRange> asked = appliesTo(tag, request.getHeader("If-Range"))
                    ? ByteRange.asked(request.getHeader("Range"), entry.size())
                    : Optional.empty();
            ByteRange range = asked.orElse(ByteRange.whole(entry.size()));
            var answer = Response.status(asked.isPresent() ? 206 : 200)
                    .entity(new Download(entry.name(), range))
                    .header("Content-Length", range.length())
                    .header("Content-Encoding", UNCOMPRESSED)
                    .header("Content-Type", mediaType)
                    .header("Content-Disposition", FileNames.attachment(fileName))
                    .header("Accept-Ranges", "bytes");
            asked.ifPresent(part -> answer.header("Content-Range", part.of(entry.size())));
            return answer.header("ETag", tag).build();
        });
    }

    private static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    private static boolean appliesTo(String tag, String ifRange) {
        return ifRange == null || ifRange.strip().equals(tag);
    }
}
