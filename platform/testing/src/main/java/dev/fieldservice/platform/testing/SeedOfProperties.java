package dev.fieldservice.platform.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Has the properties of jqwik, which would draw a seed for each run, begin where {@link Seeds} says, unless one names its own. */
public final class SeedOfProperties implements AroundPropertyHook {

    private static final long USUAL = 20261130;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(String.valueOf(Seeds.one(USUAL)));
        }
        return property.execute();
    }
}
