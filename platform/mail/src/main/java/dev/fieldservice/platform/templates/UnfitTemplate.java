package dev.fieldservice.platform.templates;

import java.util.List;

/** It cannot be read, or not be filled in with what there is. */
public final class UnfitTemplate extends RuntimeException {

    private final transient TemplateFault fault;

    UnfitTemplate(TemplateFault fault, Throwable cause) {
        super("line " + fault.line() + ": " + fault.detail(), cause);
        this.fault = fault;
    }

    public List<TemplateFault> faults() {
        return List.of(fault);
    }
}
