package dev.fieldservice.systemtests.apilint;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The API's descriptions as the running services give them, kept as files. */
final class Documents {

    /** All of the API, as a client of the gateway sees it. */
    static final Path MERGED = Tools.FOLDER.resolve("field-service.json");

    private static final Map<Service, Path> FILES = files();

    private Documents() {}

    /** The names of the files, as the tools know them: to read all of the API takes as long as to read all services. */
    static List<List<String>> halves() {
        return List.of(
                List.of(MERGED.getFileName().toString()),
                FILES.values().stream()
                        .filter(file -> !file.equals(MERGED))
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    static void fetch(LocalStack stack) {
        FILES.forEach((service, file) -> save(
                stack.address()
                        .service(service)
                        .resolve(service == Service.GATEWAY ? "/openapi.json" : "/q/openapi?format=json"),
                file));
    }

    private static Map<Service, Path> files() {
        Map<Service, Path> files = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            files.put(service, service == Service.GATEWAY ? MERGED : Tools.FOLDER.resolve(service.module() + ".json"));
        }
        return files;
    }

    private static void save(URI from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Answer answer = new Client().send(Call.of("GET", from, ""));
            if (!answer.isOk()) {
                throw new IllegalStateException(from + " was answered " + answer);
            }
            Files.writeString(to, answer.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
