package dev.fieldservice.platform.apidocs.codes;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says of each operation with which problem codes it may be refused: those that the code below its resource method makes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemCodes implements OASFilter {

    /** On an operation: its codes by HTTP status. */
    public static final String EXTENSION = "x-problem-codes";

    private final Map<String, Call.Target> methods = new HashMap<>();
    private final RaisedCodes codes;

    public ProblemCodes(IndexView index) {
        this.codes = new RaisedCodes(new CallGraph(index));
        for (AnnotationInstance operation :
                index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        target(operation.target().asMethod()));
            }
        }
    }

    private static Call.Target target(MethodInfo method) {
        return new Call.Target(
                method.declaringClass().name().toString().replace('.', '/'), method.name(), method.descriptor());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (methods.containsKey(operation.getOperationId())) {
            Map<String, List<String>> byStatus = new TreeMap<>();
            for (Map.Entry<Integer, Set<String>> raised :
                    codes.below(methods.get(operation.getOperationId())).entrySet()) {
                byStatus.put(
                        String.valueOf(raised.getKey()),
                        raised.getValue().stream().sorted().toList());
            }
            operation.addExtension(EXTENSION, byStatus);
        }
        return operation;
    }
}
