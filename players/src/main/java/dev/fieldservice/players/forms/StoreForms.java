package dev.fieldservice.players.forms;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is filled in about goods on their way from one place of ours to another, and about what is on a shelf. */
public final class StoreForms {

    private StoreForms() {}

    /** So much of a part. */
    public record Goods(String part, String amount, String unit) {

        String json() {
            return """
                    {"partId": "%s", "quantity": %s}""".formatted(part, quantity());
        }

        private String quantity() {
            return """
                    {"amount": "%s", "unit": "%s"}""".formatted(amount, unit);
        }
    }

    public static String transfer(String from, String to, List<Goods> goods) {
        return """
                {"fromLocationId": "%s", "toLocationId": "%s", "lines": [%s]}""".formatted(from, to, goods.stream().map(Goods::json).collect(Collectors.joining(", ")));
    }

    /** As much of each line of a transfer, in their order. */
    public static String handled(List<Goods> goods) {
        return IntStream.range(0, goods.size())
                .mapToObj(at -> """
                        {"line": %d, "quantity": %s}""".formatted(at + 1, goods.get(at).quantity()))
                .collect(Collectors.joining(", ", "{\"lines\": [", "]}"));
    }

    public static String count(String location, String part) {
        return """
                {"locationId": "%s", "partIds": ["%s"]}""".formatted(location, part);
    }

    /** One piece that has a serial number. */
    public static String found(String part, String serial) {
        return """
                {"lines": [{"partId": "%s", "counted": "1", "serials": ["%s"]}]}""".formatted(part, serial);
    }

    /** A cylinder with nothing in it, for 10 kg. */
    public static String cylinder(String part, String location, String number) {
        return """
                {"partId": "%s", "locationId": "%s", "number": "%s", "tare": {"amount": "12.5", "unit": "KGM"},
                 "capacity": {"amount": "10", "unit": "KGM"}}""".formatted(part, location, number);
    }

    /** Out of what stands there in no container. */
    public static String filled(String kilograms) {
        return """
                {"source": "STOCK", "quantity": {"amount": "%s", "unit": "KGM"}}""".formatted(kilograms);
    }

    public static String moved(String location) {
        return """
                {"toLocationId": "%s"}""".formatted(location);
    }

    public static String counted(String part, String amount) {
        return """
                {"lines": [{"partId": "%s", "counted": "%s"}]}""".formatted(part, amount);
    }
}
