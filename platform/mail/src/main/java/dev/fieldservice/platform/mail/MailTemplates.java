package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.errands.FinalFailure;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Template rendering. A template of a mail holds its subject as the fragment {@code subject} and its text. It is plain text:
 * nothing is escaped, and what a value says is never read as a template.
 */
@ApplicationScoped
class MailTemplates {

    /** Each mail can be written in these; a service does not start otherwise. */
    private static final List<String> WRITTEN = List.of("ro", "en");

    private static final String SUBJECT = "subject";
    private static final int LONGEST_SUBJECT = 200;

    private final Engine engine;

    MailTemplates(Engine engine) {
        this.engine = engine;
    }

    record Text(String subject, String body) {}

    /** A service does not start without the templates that it will need. */
    void require(String purpose) {
        WRITTEN.forEach(language -> {
            if (template(purpose, language)
                            .orElseThrow(() -> missing(purpose, language))
                            .getFragment(SUBJECT)
                    == null) {
                throw new IllegalStateException("no fragment 'subject' in " + path(purpose, language));
            }
        });
    }

    Text write(Mail mail) {
        List<Text> texts =
                languages(mail).stream().map(language -> write(mail, language)).toList();
        return new Text(
                texts.stream().map(Text::subject).distinct().collect(Collectors.joining(" / ")),
                texts.stream().map(Text::body).collect(Collectors.joining("\n--\n\n")));
    }

    /** Those asked for, as far as there are templates: {@code de-AT} or else {@code de}. All if there is none of them. */
    private List<String> languages(Mail mail) {
        List<String> found = mail.languages().stream()
                .flatMap(tag -> Stream.of(tag, Locale.forLanguageTag(tag).getLanguage())
                        .filter(language -> template(mail.purpose(), language).isPresent())
                        .limit(1))
                .distinct()
                .toList();
        return found.isEmpty() ? WRITTEN : found;
    }

    private Text write(Mail mail, String language) {
        Template template = template(mail.purpose(), language).orElseThrow(() -> missing(mail.purpose(), language));
        try {
            return new Text(
                    line(render(template.getFragment(SUBJECT), mail, language)),
                    render(template, mail, language).strip() + "\n");
        } catch (TemplateException defect) {
            throw new FinalFailure(path(mail.purpose(), language) + ": " + defect.getMessage(), defect);
        }
    }

    private static String render(Template template, Mail mail, String language) {
        var instance = template.instance().data("locale", Locale.forLanguageTag(language));
        mail.model().forEach(instance::data);
        return instance.render();
    }

    /** A line break in a value would end the header; the rest of it would be read as another one. */
    private static String line(String subject) {
        String line = subject.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }

    private Optional<Template> template(String purpose, String language) {
        return Optional.ofNullable(engine.getTemplate(path(purpose, language)));
    }

    private static FinalFailure missing(String purpose, String language) {
        return new FinalFailure("There is no template " + path(purpose, language) + ".", null);
    }

    private static String path(String purpose, String language) {
        return "mail/" + purpose + "." + language + ".txt";
    }
}
