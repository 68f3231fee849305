package dev.fieldservice.platform.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What stands around the body is taken as strictly as the body. */
@Provider
public class StrictParameters implements ParamConverterProvider {

    /** Java reads every text as a boolean: whatever is not true is false. */
    private static final ParamConverter<Boolean> BOOLEAN = new ParamConverter<>() {
        @Override
        public Boolean fromString(String value) {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("neither true nor false");
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Boolean.class ? (ParamConverter<T>) BOOLEAN : null;
    }

    /** Where a method does not say what it consumes, Quarkus reads JSON out of anything. */
    @ServerRequestFilter
    public void json(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && request.getLength() != 0 && !isJson(type)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.valueOf(type).isCompatible(MediaType.APPLICATION_JSON_TYPE);
        } catch (IllegalArgumentException notAMediaType) {
            return false;
        }
    }
}
