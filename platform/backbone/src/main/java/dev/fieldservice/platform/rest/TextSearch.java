package dev.fieldservice.platform.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What people type into a search box, and in what order they want what is found; take it as a {@code @BeanParam}. */
public class TextSearch {

    private static final String LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    @RestQuery
    @Size(max = 100)
    @Pattern(regexp = LINE)
    @Parameter(
            description =
                    "Words, of which each must occur; case, accents and the way a letter is written do not matter",
            example = "cotroceni")
    String q;

    @RestQuery
    @Parameter(description = "CREATED, oldest first, if left out")
    ListOrder sort;

    List<String> words() {
        return words(q);
    }

    /** All of them; the length of what is typed bounds how many. @param typed null if nothing was */
    public static List<String> words(String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.strip().split("\\s+")).distinct().toList();
    }

    public ListOrder order() {
        return Optional.ofNullable(sort).orElse(ListOrder.CREATED);
    }
}
