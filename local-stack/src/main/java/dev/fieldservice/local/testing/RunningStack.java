package dev.fieldservice.local.testing;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Options;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the complete stack: packaged services, real PostgreSQL, Kafka, Keycloak and mail. Started once for all. */
public final class RunningStack implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RunningStack.class);

    /** Closed by JUnit after the last test. */
    private record Kept(LocalStack stack) implements AutoCloseable {
        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(
                        "stack",
                        key -> new Kept(LocalStack.start(
                                Options.ephemeral().withShortLeases().tellingProgressTo(System.out))),
                        Kept.class)
                .stack();
    }
}
