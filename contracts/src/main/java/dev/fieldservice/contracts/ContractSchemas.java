package dev.fieldservice.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The published contracts as text. Schemas refer to each other by address; nothing is ever fetched when a validator
 * maps {@link #ADDRESS} to {@link #RESOURCES} on the class path.
 */
public final class ContractSchemas {
    /** What every schema's {@code $id} begins with. */
    public static final String ADDRESS = "https://fieldservice.dev/contracts/";

    /** The folder on the class path that holds what {@link #ADDRESS} names. */
    public static final String RESOURCES = "contracts/events/";

    /** The schema's {@code $id}, as in the header {@code ce_dataschema}. */
    public static String address(String topic, int version) {
        return ADDRESS + topic + "/v" + version;
    }

    /** @throws IllegalArgumentException when there is no such schema */
    public static String schema(String topic, int version) {
        return read(RESOURCES + topic + "/v" + version + ".schema.json");
    }

    /** A realistic event; the samples of all topics tell one repair from the call to the invoice. */
    public static String sample(String topic, int version) {
        return read(RESOURCES + topic + "/v" + version + ".sample.json");
    }

    /** The AsyncAPI document (YAML); its payloads refer to the schema files relative to itself. */
    public static String asyncApi() {
        return read("contracts/asyncapi.yaml");
    }

    private static String read(String resource) {
        try (InputStream in = ContractSchemas.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No contract at " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ContractSchemas() {}
}
