package dev.fieldservice.inventory.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of what is written to suppliers. */
public enum PaperLanguage {
    RO,
    EN,
    DE;

    public static final String TAGS = "^(ro|en|de)$";

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(tag());
    }

    public static Optional<PaperLanguage> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values()).filter(one -> one.tag().equals(language)).findFirst();
    }

    /** The first of these that there is; English where there is none. */
    public static PaperLanguage first(List<String> tags) {
        return tags.stream().flatMap(tag -> of(tag).stream()).findFirst().orElse(EN);
    }
}
