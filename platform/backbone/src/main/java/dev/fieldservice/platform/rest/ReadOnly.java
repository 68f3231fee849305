package dev.fieldservice.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The check that what a client sends back of read-only properties is as it is shown now; refused with 400 if it is not. */
@ApplicationScoped
class ReadOnly {

    /** Chosen for whoever reads, so that it says nothing about what was changed. */
    private static final String OFFERED = "allowedCommands";

    private final ObjectMapper json;

    ReadOnly(ObjectMapper json) {
        this.json = json;
    }

    void require(Map<String, JsonNode> sentBack, Supplier<?> shown) {
        if (sentBack.isEmpty()) {
            return;
        }
        JsonNode now = asRead(shown.get());
        List<FieldError> errors = sentBack.entrySet().stream()
                .filter(sent -> !sent.getKey().equals(OFFERED))
                .filter(sent -> !sent.getValue().equals(now.path(sent.getKey())))
                .map(sent -> new FieldError(
                        "/" + sent.getKey(), "read-only", "Leave it out, or send it back as it was read."))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid("invalid-request", "The request changes what cannot be changed.", errors)
                    .refused();
        }
    }

    /** Read again, so that numbers are of the same kind on both sides. */
    private JsonNode asRead(Object view) {
        try {
            return json.readTree(json.writeValueAsBytes(view));
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
    }
}
