package dev.fieldservice.ticket.assethistory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of service books. */
enum BookLanguage {
    RO,
    EN,
    DE;

    static final String TAGS = "^(ro|en|de)$";

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(tag());
    }

    private static Optional<BookLanguage> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values()).filter(one -> one.tag().equals(language)).findFirst();
    }

    /** The first of these that there is; English where there is none. */
    static BookLanguage first(List<String> tags) {
        return tags.stream().flatMap(tag -> of(tag).stream()).findFirst().orElse(EN);
    }
}
