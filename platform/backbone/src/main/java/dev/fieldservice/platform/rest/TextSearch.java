package dev.fieldservice.platform.rest;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What people type into a search box, and in what order they want what is found; take it as a {@code @BeanParam}. */
public class TextSearch {

    private static final String LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    /** For the descriptions of parameters that are such words. */
    public static final String BOUNDS = "; at most 8, one of them with two letters or digits in a row";

    private static final int MOST_WORDS = 8;

    /** The shortest name of anybody; what is longer by one is found by an index. */
    private static final java.util.regex.Pattern NAME = java.util.regex.Pattern.compile("[\\p{L}\\p{N}]{2}");

    /** What is left out where texts are compared. */
    private static final java.util.regex.Pattern MARKS = java.util.regex.Pattern.compile("[\\p{M}\\p{Cf}]+");

    @RestQuery
    @Size(max = 100)
    @Pattern(regexp = LINE)
    @Parameter(
            description = "Words, of which each must occur; case, accents and the way a letter is written do not matter"
                    + BOUNDS,
            example = "cotroceni")
    String q;

    @RestQuery
    @Parameter(description = "CREATED, oldest first, if left out")
    ListOrder sort;

    List<String> words() {
        return words(q);
    }

    /**
     * All of them. Refused with 400 if they are many, or if none is as long as a name: each is looked for in all texts that the
     * others leave.
     *
     * @param typed null if nothing was
     */
    public static List<String> words(String typed) {
        if (typed == null) {
            return List.of();
        }
        List<String> words =
                Arrays.stream(typed.strip().split("\\s+")).distinct().toList();
        if (words.size() > MOST_WORDS) {
            throw refused("too-many-words", "At most " + MOST_WORDS + " words are looked for.");
        }
        if (words.stream().noneMatch(TextSearch::mayBeAName)) {
            throw refused("too-short", "One word needs two letters or digits in a row.");
        }
        return words;
    }

    private static boolean mayBeAName(String word) {
        String letters =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return NAME.matcher(letters).find();
    }

    private static Refused refused(String code, String detail) {
        return Refusal.Invalid.field("q", code, detail).refused();
    }

    public ListOrder order() {
        return Optional.ofNullable(sort).orElse(ListOrder.CREATED);
    }
}
