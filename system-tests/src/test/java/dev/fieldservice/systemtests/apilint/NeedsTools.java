package dev.fieldservice.systemtests.apilint;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test whose tools cannot be had, and says why: what was not checked must not look checked. */
final class NeedsTools implements ExecutionCondition {

    private static final class Once {
        static final Optional<String> OBSTACLE = told(Tools.install());
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Once.OBSTACLE
                .map(why -> ConditionEvaluationResult.disabled("not checked: " + why))
                .orElseGet(() -> ConditionEvaluationResult.enabled("the tools are installed"));
    }

    private static Optional<String> told(Optional<String> obstacle) {
        obstacle.ifPresent(why ->
                System.err.printf("%n******** THE API IS NOT LINTED, NO CLIENT IS COMPILED: %s ********%n%n", why));
        return obstacle;
    }
}
