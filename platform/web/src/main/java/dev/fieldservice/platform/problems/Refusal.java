package dev.fieldservice.platform.problems;

import java.util.List;

/**
 * Why a request was not carried out. Sealed, so that {@link ProblemMapper} must decide about every kind.
 *
 * <p>Refusals are part of the published contract: {@link #code()} is stable and clients branch on it.
 */
public sealed interface Refusal {

    /** Stable, kebab-case; the last part of the problem's {@code type}. */
    String code();

    /** What happened and what the caller can do, in one or two sentences. */
    String detail();

    /** 404. Also said of what exists but is not the caller's to see: the two must not be told apart. */
    record NotFound(String what) implements Refusal {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "There is no such " + what + ".";
        }
    }

    /** 409: the command is not in the lifecycle's table for this state. */
    record IllegalTransition(String subject, String state, String command, List<String> allowedCommands)
            implements Refusal {
        @Override
        public String code() {
            return "illegal-transition";
        }

        @Override
        public String detail() {
            return "The %s is %s and does not take the command %s.".formatted(subject, state, command);
        }
    }

    /** 409: the command collides with what is already there. */
    record Conflict(String code, String detail) implements Refusal {}

    /** 422: well-formed, but against a rule. */
    record RuleViolated(String code, String detail, List<FieldError> errors) implements Refusal {
        public RuleViolated(String code, String detail) {
            this(code, detail, List.of());
        }

        /** The rule is violated by what stands at this place of the body (JSON pointer). */
        public static Refused at(String pointer, String code, String detail) {
            return new RuleViolated(code, detail, List.of(new FieldError(pointer, code, detail))).refused();
        }

        /** What is referred to at this place of the body does not exist. */
        public static Refused unknown(String pointer, String what) {
            return at(pointer, "unknown-reference", "There is no such " + what + ".");
        }
    }

    /** 400: the request itself is wrong. */
    record Invalid(String code, String detail, List<FieldError> errors) implements Refusal {
        public static Invalid field(String pointer, String code, String detail) {
            return new Invalid(
                    "invalid-request",
                    "The request has invalid content.",
                    List.of(new FieldError(pointer, code, detail)));
        }
    }

    /** 403. */
    record Forbidden(String code, String detail) implements Refusal {}

    /** 412: somebody else changed the resource since it was read. */
    record VersionMismatch() implements Refusal {
        @Override
        public String code() {
            return "version-mismatch";
        }

        @Override
        public String detail() {
            return "The resource has changed since you read it. Read it again and repeat with its new ETag.";
        }
    }

    /** 428: a change that a person edits needs {@code If-Match}. */
    record PreconditionRequired() implements Refusal {
        @Override
        public String code() {
            return "precondition-required";
        }

        @Override
        public String detail() {
            return "Send If-Match with the ETag you last read.";
        }
    }

    /** 408. @param patience that a body may take, or in which an upload has to come on, in seconds */
    record RequestTimeout(long patience) implements Refusal {
        @Override
        public String code() {
            return "request-timeout";
        }

        @Override
        public String detail() {
            return "The body was not there, or came too slowly, in " + patience + " seconds. Repeat with the same key.";
        }
    }

    /** 413. @param most bytes that the operation takes */
    record PayloadTooLarge(long most) implements Refusal {
        @Override
        public String code() {
            return "payload-too-large";
        }

        @Override
        public String detail() {
            return "At most " + most + " bytes are taken.";
        }
    }

    /** 415. @param taken media types that the operation takes */
    record UnsupportedMediaType(List<String> taken) implements Refusal {
        @Override
        public String code() {
            return "unsupported-media-type";
        }

        @Override
        public String detail() {
            return "Send " + String.join(" or ", taken) + ".";
        }
    }

    /** 416. @param size of the whole in bytes */
    record RangeNotSatisfiable(long size) implements Refusal {
        @Override
        public String code() {
            return "range-not-satisfiable";
        }

        @Override
        public String detail() {
            return "There are " + size + " bytes; the range lies behind them.";
        }
    }

    /** 429: the caller has more in flight than one may; not read, so that the same request may be repeated. */
    record TooMuchInFlight() implements Refusal {
        @Override
        public String code() {
            return "too-much-in-flight";
        }

        @Override
        public String detail() {
            return "You have more requests in flight than one caller may. Wait for answers, then repeat.";
        }
    }

    /** 503: a part this service needs did not answer; the same request may be repeated with the same key. */
    record Unavailable(String detail) implements Refusal {
        @Override
        public String code() {
            return "unavailable";
        }
    }

    /** Throwable form, without a stack trace: a refusal is an answer, not a defect. */
    default Refused refused() {
        return new Refused(this);
    }
}
