package dev.fieldservice.platform.problems;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.fieldservice.platform.text.MalformedText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where a JSON body is not what an operation takes, and why. */
final class UnreadableJson {

    private UnreadableJson() {}

    static FieldError error(JsonMappingException mapping) {
        return new FieldError(pointer(mapping), code(mapping), explanation(mapping));
    }

    private static String pointer(JsonMappingException mapping) {
        return Stream.concat(
                        mapping.getPath().stream()
                                .map(at ->
                                        at.getFieldName() == null ? String.valueOf(at.getIndex()) : at.getFieldName()),
                        refusedComponent(mapping).stream())
                .collect(Collectors.joining("/", "/", ""));
    }

    /** Value types begin what they say with the name of the component that they refuse. */
    private static Optional<String> refusedComponent(JsonMappingException mapping) {
        return mapping instanceof ValueInstantiationException made
                        && made.getType().getRawClass().isRecord()
                ? refusalOfAValueType(mapping)
                        .flatMap(said -> Arrays.stream(
                                        made.getType().getRawClass().getRecordComponents())
                                .map(RecordComponent::getName)
                                .filter(name -> said.startsWith(name + " "))
                                .findFirst())
                : Optional.empty();
    }

    private static String code(JsonMappingException mapping) {
        return switch (mapping) {
            case UnrecognizedPropertyException e -> "unknown-property";
            case InvalidFormatException e -> "invalid-format";
            case JsonMappingException e when e.getCause() instanceof MalformedText -> "malformed-text";
            default -> "invalid-value";
        };
    }

    private static String explanation(JsonMappingException mapping) {
        return switch (mapping) {
            case UnrecognizedPropertyException e -> "This operation has no such property.";
            case InvalidFormatException e
            when e.getTargetType().isEnum() ->
                "One of " + List.of(e.getTargetType().getEnumConstants()) + " is expected.";
            case InvalidFormatException e -> "A " + ProblemMapper.name(e.getTargetType()) + " is expected.";
            default -> refusalOfAValueType(mapping).orElse("The value does not fit.");
        };
    }

    /** Value types such as money check themselves when they are made, and say what is wrong. */
    private static Optional<String> refusalOfAValueType(JsonMappingException mapping) {
        return mapping.getCause() instanceof IllegalArgumentException refusal
                ? Optional.ofNullable(refusal.getMessage())
                : Optional.empty();
    }
}
