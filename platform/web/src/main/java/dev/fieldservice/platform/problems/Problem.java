package dev.fieldservice.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Problem details of RFC 9457, the only shape in which an error leaves this system. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        description = "Problem details (RFC 9457)",
        requiredProperties = {"type", "title", "status", "detail", "code", "traceId"})
public record Problem(
        @Schema(description = "Stable identifier of the kind of problem")
        URI type,

        String title,
        @Schema(description = "HTTP status code") int status,
        String detail,

        @Schema(description = "Last segment of type; branch on this")
        String code,

        @Schema(description = "Give this to support") String traceId,

        @Schema(description = "What is wrong with which part of the request")
        List<FieldError> errors,

        @Schema(description = "With code illegal-transition: the commands that the caller may give now")
        List<String> allowedCommands) {

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final MediaType MEDIA = MediaType.valueOf(MEDIA_TYPE);
    private static final String TYPES = "https://fieldservice.dev/problems/";

    public static Problem of(int status, String code, String title, String detail, String traceId) {
        return of(status, code, title, detail, traceId, List.of(), List.of());
    }

    public static Problem of(
            int status,
            String code,
            String title,
            String detail,
            String traceId,
            List<FieldError> errors,
            List<String> allowedCommands) {
        return new Problem(URI.create(TYPES + code), title, status, detail, code, traceId, errors, allowedCommands);
    }
}
