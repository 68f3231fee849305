package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.templates.TemplateFault;
import dev.fieldservice.platform.templates.TextTemplate;
import dev.fieldservice.platform.templates.UnfitTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How a mail is put into words, in one language: its subject and its text, both as templates. */
record Wording(String subject, String text) {

    private static final int LONGEST_SUBJECT = 200;

    /** Of a text that anybody wrote: what stands in a loop comes for each of thousands of lines. */
    private static final int LONGEST_OWN = 200_000;

    private static final int AS_LONG_AS_IT_IS = Integer.MAX_VALUE;

    /** What came of it. */
    record Written(String subject, String text) {}

    /** Fails with {@link UnfitTemplate} if it cannot be filled in with this. */
    Written write(Map<String, Object> model, String language) {
        return write(model, language, AS_LONG_AS_IT_IS);
    }

    /** The same with words of the company's own, and fails if more comes of them than a mail may say. */
    Written writeOwn(Map<String, Object> model, String language) {
        return write(model, language, LONGEST_OWN);
    }

    private Written write(Map<String, Object> model, String language, int longest) {
        Map<String, Object> values = in(language, model);
        return new Written(
                line(TextTemplate.read(subject).render(values, longest)),
                TextTemplate.read(text).render(values, longest).strip() + "\n");
    }

    /** What is wrong with it, each by its place in a request. */
    List<FieldError> faults(MailPurpose purpose, String language) {
        Map<String, Object> example = in(language, purpose.example());
        List<FieldError> faults = Stream.concat(
                        faults(subject, example).stream().map(fault -> error("/subject", fault)),
                        faults(text, example).stream().map(fault -> error("/text", fault)))
                .toList();
        return faults.isEmpty() && write(example, language).subject().isEmpty()
                ? List.of(new FieldError("/subject", "empty", "There is nothing in the subject."))
                : faults;
    }

    private static List<TemplateFault> faults(String template, Map<String, Object> example) {
        try {
            return TextTemplate.read(template).faults(example);
        } catch (UnfitTemplate unfit) {
            return unfit.faults();
        }
    }

    private static FieldError error(String pointer, TemplateFault fault) {
        return new FieldError(pointer, fault.code(), "Line %d: %s".formatted(fault.line(), fault.detail()));
    }

    private static Map<String, Object> in(String language, Map<String, Object> model) {
        Map<String, Object> values = new HashMap<>(model);
        values.put("locale", Locale.forLanguageTag(language));
        return values;
    }

    /** A line break in a value would end the header; the rest of it would be read as another one. */
    private static String line(String subject) {
        String line = subject.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
    }
}
