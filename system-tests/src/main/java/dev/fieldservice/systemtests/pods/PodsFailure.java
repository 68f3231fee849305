package dev.fieldservice.systemtests.pods;

/** Why the pods cannot be played, in words for whoever wanted it. */
final class PodsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PodsFailure(String message) {
        super(message);
    }

    PodsFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
