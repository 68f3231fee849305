package dev.fieldservice.platform.templates;

import io.quarkus.qute.Expression;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.ParameterDeclaration;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through all branches of a template: every name must be one that the example has, and a list is gone through by a loop that
 * lies in no other.
 */
final class TemplateCheck {

    private static final int MOST_FAULTS = 20;
    private static final String NOT_ALLOWED = "not-allowed";
    private static final String WRONG_KIND = "wrong-kind";

    private static final String DEFAULT_ALIAS = "it";
    private static final Map<String, Object> OF_A_LOOP = Map.of("_count", 1, "_index", 0, "_hasNext", true);

    private final Map<String, ?> example;
    private final List<TemplateFault> faults = new ArrayList<>();

    TemplateCheck(Map<String, ?> example) {
        this.example = example;
    }

    /** @param isRepeated whether it lies in a loop */
    private record Scope(Map<String, Object> names, boolean isRepeated) {

        Scope with(String alias, Object element) {
            Map<String, Object> more = new HashMap<>(names);
            more.put(alias, element);
            OF_A_LOOP.forEach((name, value) -> more.put(alias + name, value));
            return new Scope(more, true);
        }
    }

    List<TemplateFault> of(Template template) {
        template.getParameterDeclarations().stream()
                .filter(declared -> !declared.getOrigin().isSynthetic())
                .forEach(this::refuse);
        nodes(template.getNodes(), new Scope(new HashMap<>(example), false));
        return faults.stream().distinct().limit(MOST_FAULTS).toList();
    }

    private void refuse(ParameterDeclaration declared) {
        add(declared.getOrigin(), NOT_ALLOWED, "Declarations are not taken.");
    }

    private void nodes(List<TemplateNode> nodes, Scope scope) {
        for (TemplateNode node : nodes) {
            if (node.isSection()) {
                section(node.asSection(), scope);
            } else if (node.isExpression()) {
                node.getExpressions().forEach(shown -> shown(shown, scope));
            }
        }
    }

    private void shown(Expression expression, Scope scope) {
        value(expression, scope)
                .filter(value -> value instanceof Collection || value instanceof Map)
                .ifPresent(value ->
                        add(expression, WRONG_KIND, "{%s} is more than one value.".formatted(words(expression))));
    }

    private void section(SectionNode section, Scope scope) {
        for (SectionBlock block : section.getBlocks()) {
            if (section.getHelper() instanceof LoopSectionHelper
                    && block.label.equals(SectionHelperFactory.MAIN_BLOCK_NAME)) {
                loop(section, block, scope);
            } else {
                block.expressions.values().forEach(asked -> {
                    var _ = value(asked, scope);
                });
                nodes(block.nodes, scope);
            }
        }
    }

    private void loop(SectionNode section, SectionBlock block, Scope scope) {
        if (scope.isRepeated()) {
            add(section.getOrigin(), NOT_ALLOWED, "A loop within a loop is not taken.");
            return;
        }
        String alias = Optional.ofNullable(block.parameters.get("alias"))
                .filter(given -> !given.startsWith("$"))
                .orElse(DEFAULT_ALIAS);
        for (Expression list : block.expressions.values()) {
            value(list, scope).ifPresent(value -> {
                if (value instanceof List<?> elements && !elements.isEmpty()) {
                    nodes(block.nodes, scope.with(alias, elements.getFirst()));
                } else {
                    add(list, WRONG_KIND, "%s is no list.".formatted(words(list)));
                }
            });
        }
    }

    /** The example's; empty if there is none, which is then said. */
    private Optional<Object> value(Expression expression, Scope scope) {
        if (expression.isLiteral()) {
            return Optional.ofNullable(expression.getLiteral());
        }
        if (expression.hasNamespace()) {
            return time(expression, scope);
        }
        Object value = scope.names();
        for (Expression.Part part : expression.getParts()) {
            Optional<Object> next =
                    part.isVirtualMethod() ? Optional.empty() : EntriesOnly.entry(value, part.getName());
            if (next.isEmpty()) {
                add(expression, "unknown-name", "There is no %s here.".formatted(words(expression)));
                return next;
            }
            value = next.get();
        }
        return Optional.of(value);
    }

    private Optional<Object> time(Expression expression, Scope scope) {
        Expression.Part part = expression.getParts().getFirst();
        if (!expression.getNamespace().equals(Times.NAMESPACE)
                || expression.getParts().size() > 1
                || !part.isVirtualMethod()
                || !part.getName().equals(Times.FORMAT)
                || part.asVirtualMethod().getParameters().size() != Times.PARAMETERS) {
            add(expression, NOT_ALLOWED, "{%s} is not taken.".formatted(words(expression)));
            return Optional.empty();
        }
        List<Expression> given = part.asVirtualMethod().getParameters();
        Optional<Object> time = value(given.get(0), scope);
        Optional<Object> locale = value(given.get(2), scope);
        if (time.isEmpty() || locale.isEmpty()) {
            return Optional.empty();
        }
        return formatted(expression, time.get(), given.get(1), locale.get());
    }

    /** Of a pattern that stands there itself, so that it is known to be one. */
    private Optional<Object> formatted(Expression expression, Object time, Expression pattern, Object locale) {
        if (time instanceof ZonedDateTime
                && locale instanceof Locale
                && pattern.isLiteral()
                && pattern.getLiteral() instanceof String) {
            try {
                return Optional.of(Times.format(time, pattern.getLiteral(), locale));
            } catch (IllegalArgumentException | DateTimeException unfit) {
                add(expression, WRONG_KIND, "%s is no pattern of times.".formatted(pattern.toOriginalString()));
                return Optional.empty();
            }
        }
        add(
                expression,
                WRONG_KIND,
                "Write {time:format(NAME, 'PATTERN', locale)}, where NAME is a time and PATTERN is one of times.");
        return Optional.empty();
    }

    private void add(Expression expression, String code, String detail) {
        add(expression.getOrigin(), code, detail);
    }

    private void add(TemplateNode.Origin origin, String code, String detail) {
        faults.add(new TemplateFault(origin.getLine(), code, detail));
    }

    private static String words(Expression expression) {
        return expression.toOriginalString();
    }
}
