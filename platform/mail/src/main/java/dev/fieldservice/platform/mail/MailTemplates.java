package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.errands.FinalFailure;
import dev.fieldservice.platform.mail.Wording.Written;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.templates.UnfitTemplate;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * In which words mails are written: those that a service brings along for each purpose and language, unless the company has its own.
 * The file of a text begins with its subject, as {@code {#capture subject}...{/capture}}.
 */
@ApplicationScoped
class MailTemplates {

    /** Each mail can be written in these; a service does not start otherwise. */
    static final List<String> LANGUAGES = List.of("ro", "en", "de");

    private static final Logger LOG = Logger.getLogger(MailTemplates.class);

    /** In which whoever is written to of whom nothing is known: one below the other. */
    private static final List<String> FOR_ANYBODY = List.of("ro", "en");

    private static final Pattern FILE = Pattern.compile("\\{#capture subject}(.*?)\\{/capture}\\R(.*)", Pattern.DOTALL);

    private final Map<String, MailPurpose> purposes = new TreeMap<>();
    private final Map<String, Wording> brought = new TreeMap<>();

    MailTemplates(@All List<MailKind<?>> kinds) {
        kinds.stream().flatMap(kind -> kind.purposes().stream()).forEach(this::bring);
    }

    private void bring(MailPurpose purpose) {
        MailPurpose before = purposes.putIfAbsent(purpose.name(), purpose);
        if (before != null && !before.equals(purpose)) {
            throw new IllegalStateException("there are two examples for " + purpose.name());
        }
        for (String language : LANGUAGES) {
            String path = path(purpose.name(), language);
            Wording wording = file(path);
            List<FieldError> faults = wording.faults(purpose, language);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(path + ": " + faults);
            }
            brought.put(path, wording);
        }
    }

    /** A service does not start without the texts that it will need. */
    void require(MailPurpose purpose) {
        if (!purposes.containsKey(purpose.name())) {
            throw new IllegalStateException("no kind of mail is for " + purpose.name());
        }
    }

    List<MailPurpose> all() {
        return List.copyOf(purposes.values());
    }

    /** Refused with 404 where there are no such texts. */
    MailPurpose purpose(String name, String language) {
        return Optional.ofNullable(purposes.get(name))
                .filter(purpose -> LANGUAGES.contains(language))
                .orElseThrow(() -> new Refusal.NotFound("mail text").refused());
    }

    Wording brought(String purpose, String language) {
        return brought.get(path(purpose, language));
    }

    /** @param own the company's, by language */
    Written write(Mail mail, Map<String, Wording> own) {
        List<Written> texts = languages(mail).stream()
                .map(language -> write(mail, language, Optional.ofNullable(own.get(language))))
                .toList();
        return new Written(
                texts.stream().map(Written::subject).distinct().collect(Collectors.joining(" / ")),
                texts.stream().map(Written::text).collect(Collectors.joining("\n--\n\n")));
    }

    /** Those asked for, as far as there are texts. Those for anybody if there are none. */
    private static List<String> languages(Mail mail) {
        List<String> found = mail.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(LANGUAGES::contains)
                .distinct()
                .toList();
        return found.isEmpty() ? FOR_ANYBODY : found;
    }

    /** An own text was checked, but with an example only: better in other words than not at all. */
    private Written write(Mail mail, String language, Optional<Wording> own) {
        try {
            if (own.isPresent()) {
                return own.get().writeOwn(mail.model(), language);
            }
        } catch (UnfitTemplate unfit) {
            LOG.warnf(
                    "The company's own text for %s (%s) could not be filled in; the usual one is sent: %s",
                    mail.purpose(), language, unfit.getMessage());
        }
        try {
            return brought(mail.purpose(), language).write(mail.model(), language);
        } catch (UnfitTemplate defect) {
            throw new FinalFailure(path(mail.purpose(), language) + ": " + defect.getMessage(), defect);
        }
    }

    private static Wording file(String path) {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("templates/" + path)) {
            if (file == null) {
                throw new IllegalStateException("There is no template " + path + ".");
            }
            Matcher parts = FILE.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            if (!parts.matches()) {
                throw new IllegalStateException("no subject at the beginning of " + path);
            }
            return new Wording(parts.group(1), parts.group(2).strip() + "\n");
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    private static String path(String purpose, String language) {
        return "mail/" + purpose + "." + language + ".txt";
    }
}
