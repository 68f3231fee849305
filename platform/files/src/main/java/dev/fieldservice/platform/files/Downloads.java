package dev.fieldservice.platform.files;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Download of a stored file as the answer to the request that is being served: whole, a range of it, or nothing if the client
 * has it. A browser saves it and never shows it as a page of ours, whatever is in it.
 */
@RequestScoped
public class Downloads {

    private final RoutingContext http;
    private final Files files;

    public Downloads(RoutingContext http, Files files) {
        this.http = http;
        this.files = files;
    }

    /**
     * Answers with a file. Whether the caller may see it is for the caller of this to decide.
     *
     * @param fileName under which a browser saves it; may be anything a person called it
     */
    public Uni<RestResponse<Download>> answer(String sha256, String fileName, String mediaType) {
        HttpServerRequest request = http.request();
        return files.find(sha256).map(entry -> {
            String tag = "\"" + sha256 + "\"";
            if (matches(request.getHeader("If-None-Match"), tag)) {
                return headers(RestResponse.ResponseBuilder.<Download>create(304), tag)
                        .build();
            }
            Optional<ByteRange> asked = appliesTo(tag, request.getHeader("If-Range"))
                    ? ByteRange.asked(request.getHeader("Range"), entry.size())
                    : Optional.empty();
            var answer = RestResponse.ResponseBuilder.<Download>create(asked.isPresent() ? 206 : 200)
                    .entity(new Download(entry.name(), asked.orElse(ByteRange.whole(entry.size()))))
                    .header("Content-Type", mediaType)
                    .header("Content-Disposition", FileNames.attachment(fileName))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Accept-Ranges", "bytes");
            asked.ifPresent(range -> answer.header("Content-Range", range.of(entry.size())));
            return headers(answer, tag).build();
        });
    }

    /** Others must not keep it, and whoever keeps it asks each time whether they still may see it. */
    private static <T> RestResponse.ResponseBuilder<T> headers(RestResponse.ResponseBuilder<T> answer, String tag) {
        return answer.header("ETag", tag).header("Cache-Control", "private, no-cache");
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
