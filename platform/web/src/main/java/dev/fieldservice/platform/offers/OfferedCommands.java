package dev.fieldservice.platform.offers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.security.identity.SecurityIdentity;
import java.io.IOException;
import java.util.List;

/**
 * Serializer of {@link Offers}. Where nobody is answered, as when an answer is kept for those who repeat their request, all
 * are written: they are chosen when it is given.
 */
class OfferedCommands extends JsonSerializer<List<String>> implements ContextualSerializer {

    private final String address;

    OfferedCommands() {
        this("");
    }

    private OfferedCommands(String address) {
        this.address = address;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property) {
        return new OfferedCommands(property.getAnnotation(Offers.class).value());
    }

    @Override
    public void serialize(List<String> words, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartArray();
        for (String word : offered(words)) {
            json.writeString(word);
        }
        json.writeEndArray();
    }

    private List<String> offered(List<String> words) {
        ArcContainer container = Arc.container();
        if (words.isEmpty() || container == null || !container.requestContext().isActive()) {
            return words;
        }
        CommandRights rights = container.instance(CommandRights.class).get();
        SecurityIdentity caller = container.instance(SecurityIdentity.class).get();
        return rights.given(address, words, caller.getRoles());
    }
}
