package dev.fieldservice.platform.templates;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A plain text with the names of values in it, by whomever it was written. Its language is the part of Qute that can do no harm:
 * {@code {name}}, {@code {#if}}, {@code {#for}} over a list that there is, and {@code {time:format}}. Of what it is filled in with it
 * reaches the entries of maps and nothing else: no methods, no beans, no configuration, no other template. Nothing is escaped,
 * and what a value says is never read as a template.
 */
public final class TextTemplate {

    /** Sections lie in each other, and reading them goes as deep. */
    private static final int MOST_SECTIONS = 60;

    private static final int MOST_TAGS = 300;

    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private static final Pattern SECTION = Pattern.compile("\\{#");
    private static final Pattern TAG = Pattern.compile("\\{");
    private static final Pattern WHOSE = Pattern.compile("^(Parser|Rendering) error[^:]*: ");

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addSectionHelper(new LoopSectionHelper.Factory())
            .addValueResolver(new EntriesOnly())
            .addNamespaceResolver(new Times())
            .strictRendering(true)
            .removeStandaloneLines(true)
            .build();

    private final Template template;

    private TextTemplate(Template template) {
        this.template = template;
    }

    /** Fails with {@link UnfitTemplate} if it cannot be read. */
    public static TextTemplate read(String source) {
        requireFewer(SECTION, source, MOST_SECTIONS);
        requireFewer(TAG, source, MOST_TAGS);
        return new TextTemplate(guarded(() -> ENGINE.parse(source)));
    }

    private static void requireFewer(Pattern what, String source, int most) {
        if (what.matcher(source).results().count() > most) {
            throw new UnfitTemplate(
                    new TemplateFault(
                            1,
                            "too-many-tags",
                            "At most %d of %s are taken."
                                    .formatted(most, what.pattern().substring(1))),
                    null);
        }
    }

    /** Fails with {@link UnfitTemplate} if something is not there, or not what the template takes it for. */
    public String render(Map<String, ?> values) {
        return render(values, ANY_LENGTH);
    }

    /** Fails with {@link UnfitTemplate} too as soon as more than so many characters come of it. */
    public String render(Map<String, ?> values, int longest) {
        StringBuilder text = new StringBuilder();
        return guarded(() -> {
            template.instance()
                    .data(values)
                    .consume(part -> append(text, part, longest))
                    .toCompletableFuture()
                    .join();
            return text.toString();
        });
    }

    private static void append(StringBuilder text, String part, int longest) {
        if (part.length() > longest - text.length()) {
            throw new UnfitTemplate(
                    new TemplateFault(1, "too-long", "More than %d characters come of it.".formatted(longest)), null);
        }
        text.append(part);
    }

    /** What is wrong with it wherever the values are like these, in branches that these do not take too. */
    public List<TemplateFault> faults(Map<String, ?> example) {
        List<TemplateFault> faults = new TemplateCheck(example).of(template);
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            var _ = render(example);
            return List.of();
        } catch (UnfitTemplate unfit) {
            return unfit.faults();
        }
    }

    /** The engine says by exceptions of many kinds that it cannot go on, and what is nested without end exhausts the stack. */
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (CompletionException failed) {
            throw unfit(failed.getCause());
        } catch (RuntimeException | StackOverflowError defect) {
            throw unfit(defect);
        }
    }

    private static UnfitTemplate unfit(Throwable defect) {
        return switch (defect) {
            case UnfitTemplate unfit -> unfit;
            case TemplateException said -> {
                int line = said.getOrigin() == null ? 1 : said.getOrigin().getLine();
                yield new UnfitTemplate(new TemplateFault(line, "unreadable", words(said)), said);
            }
            default ->
                new UnfitTemplate(
                        new TemplateFault(1, "unreadable", "This cannot be read, or not be filled in."), defect);
        };
    }

    private static String words(TemplateException defect) {
        return WHOSE.matcher(String.valueOf(defect.getMessage())).replaceFirst("");
    }
}
