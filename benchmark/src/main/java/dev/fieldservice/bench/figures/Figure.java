package dev.fieldservice.bench.figures;

import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import java.util.List;
import java.util.Set;

/** One thing to be measured. */
public interface Figure {

    /** As in {@code ./bench P1}. */
    String id();

    /** What has to run for it. */
    Set<Service> needs();

    /** @throws dev.fieldservice.bench.measure.Unmeasurable when it cannot be told; a figure is never guessed */
    List<Finding> measure(Stack stack, Effort effort);
}
