package dev.fieldservice.platform.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * Idempotency keys (IETF draft-ietf-httpapi-idempotency-key-header), scoped to the caller. The claim is the first write
 * of the command's transaction: a second request with the same key waits on it and then finds the answer. A refused
 * command leaves no key behind and may be repeated.
 */
@ApplicationScoped
class Idempotency {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final ObjectMapper json;

    /** Tolerant where the API is strict: what one version of the service kept, the next or the one before must read. */
    Idempotency(ObjectMapper json) {
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    record Key(UUID caller, String value, String fingerprint) {}

    Key key(CommandRequest request) {
        return new Key(
                request.by().id(), request.by().commandId(), fingerprint(request.operation(), request.content()));
    }

    /** True if the key is new; false if a command with it has taken effect. */
    Uni<Boolean> claim(Tx tx, Key key) {
        return tx.session()
                .createNativeQuery("""
                        insert into idempotency (caller, key, fingerprint, created_at) values (?1, ?2, ?3, ?4)
                        on conflict do nothing""")
                .setParameter(1, key.caller())
                .setParameter(2, key.value())
                .setParameter(3, key.fingerprint())
                .setParameter(4, tx.by().at())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    <V> Uni<Answer<V>> keep(Tx tx, Key key, Answer<V> answer) {
        return tx.session()
                .createNativeQuery("""
                        update idempotency set status = ?3, body = ?4, etag = ?5, location = nullif(?6, '')
                         where caller = ?1 and key = ?2""")
                .setParameter(1, key.caller())
                .setParameter(2, key.value())
                .setParameter(3, answer.made() ? CREATED : OK)
                .setParameter(4, write(answer.body()))
                .setParameter(5, String.valueOf(answer.version()))
                .setParameter(6, Objects.requireNonNullElse(answer.location(), ""))
                .executeUpdate()
                .replaceWith(answer);
    }

    <V> Uni<Answer<V>> recall(Tx tx, Key key, Class<V> view) {
        return tx.session()
                .createNativeQuery("""
                        select fingerprint, status, body, etag, location from idempotency
                         where caller = ?1 and key = ?2""", Tuple.class)
                .setParameter(1, key.caller())
                .setParameter(2, key.value())
                .getSingleResult()
                .map(row -> recalled(row, key, view));
    }

    private <V> Answer<V> recalled(Tuple row, Key key, Class<V> view) {
        if (!key.fingerprint().equals(row.get("fingerprint"))) {
            throw new Refusal.RuleViolated(
                            "idempotency-key-reused", "This key was used for another request. Use a new one.")
                    .refused();
        }
        try {
            V body = json.readValue(row.get("body", String.class), view);
            return new Answer<>(
                    row.get("status", Integer.class) == CREATED,
                    body,
                    Long.parseLong(row.get("etag", String.class)),
                    row.get("location", String.class));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a kept answer cannot be read as " + view.getSimpleName(), defect);
        }
    }

    private String fingerprint(String operation, Object body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(operation.getBytes(StandardCharsets.UTF_8));
            sha.update(write(body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), defect);
        }
    }
}
