package dev.fieldservice.local;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Every port the stack listens on. Each can be set by an environment variable, such as {@code FIELD_SERVICE_GATEWAY_PORT}. */
public enum Port {
    GATEWAY(8080),
    TICKET(8101),
    DISPATCH(8102),
    WORKORDER(8103),
    INVENTORY(8104),
    BILLING(8105),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8181),
    POSTGRES(15432),
    KAFKA(19092),
    SMTP(13025),
    IMAP(13143);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    public String variable() {
        return "FIELD_SERVICE_" + name() + "_PORT";
    }

    /** The usual ports, or those the environment names instead. */
    static Map<Port, Integer> from(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : values()) {
            numbers.put(port, port.in(environment));
        }
        return numbers;
    }

    private int in(Map<String, String> environment) {
        var text = environment.getOrDefault(variable(), Integer.toString(number));
        try {
            var chosen = Integer.parseInt(text);
            if (chosen > 0 && chosen <= 65535) {
                return chosen;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StackFailure(variable() + "=" + text + " is not a port (1 to 65535)");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
