package dev.fieldservice.gateway.routing;

import java.util.Optional;
import java.util.Set;

/**
 * Finds the destination of a path. Only what is listed can be reached; everything else, the services' own
 * {@code /q/*}, {@code /v1/history} and {@code /v1/watches} included, leads nowhere.
 *
 * <p>A path is taken as it was sent or not at all. The gateway does not normalise, because the service behind it
 * might normalise differently, and then a path could be checked as one thing and served as another.
 */
public final class RouteTable {

    private static final Destination OPEN = new Destination.Open();
    private static final Destination PROBE = new Destination.Probe();
    private static final Destination FIGURES = new Destination.Figures();
    private static final Destination COMPOSED = new Destination.Composed();
    private static final Destination NOWHERE = new Destination.Nowhere();

    private static final Set<String> OPEN_PATHS = Set.of("/", "/openapi.json", "/docs");
    private static final String PAGE = "/docs/";
    private static final String VERSION = "/v1/";
    private static final String OPERATIONS = "operations";
    private static final String OVERVIEW = "/v1/overview";
    private static final String SUBSCRIPTION = "/v1/calendar-feed.ics";
    private static final String CONFIRMATION = "/v1/visit-confirmation";
    private static final String VERIFICATION = "/v1/report-verification/";

    private RouteTable() {}

    public static Destination destination(String path) {
        if (!isPlain(path)) {
            return NOWHERE;
        }
        if (path.equals(SUBSCRIPTION)) {
            return new Destination.Unsigned(Service.DISPATCH, false);
        }
        if (path.equals(CONFIRMATION)) {
            return new Destination.Unsigned(Service.DISPATCH, true);
        }
        if (path.startsWith(VERIFICATION)) {
            return new Destination.Unsigned(Service.WORKORDER, false);
        }
        if (path.startsWith(VERSION)) {
            return isTimeline(path) || path.equals(OVERVIEW)
                    ? COMPOSED
                    : service(path).<Destination>map(Destination.Upstream::new).orElse(NOWHERE);
        }
        if (path.equals("/q/health") || path.startsWith("/q/health/")) {
            return PROBE;
        }
        if (path.equals("/q/metrics")) {
            return FIGURES;
        }
        return OPEN_PATHS.contains(path) || path.startsWith(PAGE) ? OPEN : NOWHERE;
    }

    /** The service that answers for a path below {@code /v1/}. */
    static Optional<Service> service(String path) {
        String[] segments = path.split("/", 5);
        if (segments.length < 3 || !segments[1].equals("v1")) {
            return Optional.empty();
        }
        if (segments[2].equals(OPERATIONS)) {
            return segments.length > 3 ? Service.named(segments[3]) : Optional.empty();
        }
        return Service.ofCollection(segments[2]);
    }

    /** {@code /v1/<collection>} of a path that leads somewhere: one of a few, so that figures can be kept by it. */
    public static String route(String path) {
        return VERSION + path.split("/", 4)[2];
    }

    /** Whether a path, or a path template of an API description, of this service can be reached. */
    public static boolean exposes(String path, Service service) {
        return service(path).filter(service::equals).isPresent() || path.startsWith(VERSION + OPERATIONS + "/");
    }

    private static boolean isTimeline(String path) {
        String[] segments = path.split("/", 6);
        return segments.length == 5 && segments[2].equals("tickets") && segments[4].equals("timeline");
    }

    /**
     * Segments of letters, digits, {@code -}, {@code _}, {@code ~} and inner dots, one slash between them. All ids
     * and names of the API are of this form, so percent-encoding, dot segments, matrix parameters, backslashes,
     * empty segments and a slash at the end have no honest use.
     */
    private static boolean isPlain(String path) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        if (path.endsWith("/") && path.length() > 1 && !path.startsWith(PAGE)) {
            return false;
        }
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean allowed = switch (c) {
                case '/', '.' -> before != '/';
                case '-', '_', '~' -> true;
                default -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            };
            if (!allowed) {
                return false;
            }
            before = c;
        }
        return true;
    }
}
