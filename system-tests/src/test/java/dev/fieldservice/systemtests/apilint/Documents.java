package dev.fieldservice.systemtests.apilint;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    /** Of the files, as the tools know them. */
    static List<String> names() {
        return FILES.values().stream()
                .map(file -> file.getFileName().toString())
                .toList();
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
        try (HttpClient http = HttpClient.newHttpClient()) {
            Files.createDirectories(to.getParent());
            HttpResponse<Path> response =
                    http.send(HttpRequest.newBuilder(from).build(), HttpResponse.BodyHandlers.ofFile(to));
            if (response.statusCode() != 200) {
                throw new IllegalStateException(from + " was answered " + response.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
