package dev.fieldservice.local;

import dev.fieldservice.players.demo.Demo;
import java.time.Duration;
import java.util.HashSet;

/** The main class of {@code ./run}. */
public final class Main {

    private static final Duration WATCH = Duration.ofSeconds(1);

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            var parsed = Arguments.parse(arguments);
            if (parsed.help()) {
                System.out.println(Arguments.usage());
                return 0;
            }
            KafkaExit.takeOver();
            return parsed.demo() ? demo(parsed) : stayUp(parsed);
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** What the embedded servers have to say goes to a file; the console is for the person who started this. */
    private static LocalStack start(Arguments arguments) {
        var options = arguments.options(System.getenv());
        ServerLog.redirectTo(options.data().resolve("logs/servers.log"));
        return LocalStack.start(options);
    }

    private static int demo(Arguments arguments) {
        try (var stack = start(arguments)) {
            return Demo.play(stack.address(), stack.logs().resolveSibling("demo"), System.out);
        }
    }

    private static int stayUp(Arguments arguments) throws InterruptedException {
        try (var stack = start(arguments)) {
            System.out.println(Welcome.text(stack.address(), stack.logs()));
            var told = new HashSet<String>();
            while (true) {
                Thread.sleep(WATCH);
                stack.crashes().stream()
                        .map(Throwable::getMessage)
                        .filter(told::add)
                        .forEach(message -> System.out.println(message + "\nThe rest stays up."));
            }
        }
    }
}
