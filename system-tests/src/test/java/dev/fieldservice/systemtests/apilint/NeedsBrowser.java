package dev.fieldservice.systemtests.apilint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where there is no browser, and says so: a page that nobody opened must not look as if it opened. */
final class NeedsBrowser implements ExecutionCondition {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final String OBSTACLE = "there is no Chromium on this machine (Debian's package: chromium)";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (browser().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        System.err.printf("%n******** NO PAGE IS OPENED IN A BROWSER: %s ********%n%n", OBSTACLE);
        return ConditionEvaluationResult.disabled("not checked: " + OBSTACLE);
    }

    static Optional<Path> browser() {
        return USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
