package dev.fieldservice.platform.events;

/** The edge of a service: the one exhaustive switch from its domain events to what travels. */
@FunctionalInterface
public interface Wire {
    Message write(DomainEvent event);

    /**
     * What travels.
     *
     * @param topic the event's published name
     * @param version of its payload
     * @param key aggregate id; messages of one key keep their order
     * @param payload a record that Jackson writes
     */
    record Message(String topic, int version, String key, Object payload) {

        /** CloudEvents type; never derived from a class name. */
        public String type() {
            return type(topic, version);
        }

        public static String type(String topic, int version) {
            return "dev.fieldservice." + topic + ".v" + version;
        }
    }
}
