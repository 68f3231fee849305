package dev.fieldservice.deploy;

import dev.fieldservice.contracts.ServiceName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the six, as its sources say it is. */
record Deployable(String name) {

    static final List<Deployable> ALL = Stream.concat(ServiceName.ALL.stream(), Stream.of("gateway"))
            .map(Deployable::new)
            .toList();

    private static final Pattern PLATFORM = Pattern.compile("<artifactId>platform-(\\w+)</artifactId>");
    private static final Pattern PORT = Pattern.compile("quarkus\\.http\\.port=\\$\\{HTTP_PORT:(\\d+)}");

    boolean hasDatabase() {
        return uses("backbone");
    }

    boolean uses(String platformModule) {
        return folders().contains("platform/" + platformModule);
    }

    /** What listens, unless HTTP_PORT says otherwise. */
    int port() {
        Matcher matcher = PORT.matcher(properties(name));
        if (!matcher.find()) {
            throw new IllegalStateException(name + " does not say its port");
        }
        return Integer.parseInt(matcher.group(1));
    }

    Settings settings() {
        Settings settings = new Settings();
        for (String folder : folders()) {
            settings.addProperties(properties(folder));
            Checkout.files(folder + "/src/main/java", ".java")
                    .forEach(file -> settings.addMapping(
                            Checkout.read(Checkout.ROOT.relativize(file).toString())));
        }
        return settings;
    }

    /** Its own and those of the platform that it is made of. */
    private Set<String> folders() {
        Set<String> found = new LinkedHashSet<>();
        collect(name, found);
        return found;
    }

    private static void collect(String folder, Set<String> found) {
        if (found.add(folder)) {
            PLATFORM.matcher(Checkout.read(folder + "/pom.xml"))
                    .results()
                    .map(module -> module.group(1))
                    .filter(module -> !module.equals("testing"))
                    .forEach(module -> collect("platform/" + module, found));
        }
    }

    private static String properties(String folder) {
        return Stream.of("application.properties", "microprofile-config.properties")
                .flatMap(file -> Checkout.files(folder + "/src/main/resources", file).stream())
                .map(file -> Checkout.read(Checkout.ROOT.relativize(file).toString()))
                .reduce("", (one, other) -> one + "\n" + other);
    }
}
