package dev.fieldservice.platform.apidocs.codes;

import java.util.List;

/**
 * A call in the code of a method, or the making of a lambda that calls.
 *
 * @param arguments what is known of them; of a lambda, of those that it captures
 */
record Call(Target target, List<Text> arguments) {

    /** A method as calls name it; {@code owner} with slashes, as class files have it. */
    record Target(String owner, String name, String descriptor) {

        boolean isOurs() {
            return owner.startsWith("dev/fieldservice/");
        }
    }

    Text argument(int index) {
        return index < arguments.size() ? arguments.get(index) : Text.UNKNOWN;
    }
}
