package dev.fieldservice.ticket.incoming;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Mails that a person has to look at. */
@ApplicationScoped
class IncomingMailWatches implements Watches {

    private static final Set<String> DISPATCH = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);

    @Override
    public List<Watch> watches() {
        return List.of(in("WAITING"), in("SET_ASIDE"));
    }

    private static Watch in(String state) {
        return new Watch(
                        "MAILS_" + state,
                        DISPATCH,
                        "/v1/incoming-mails?state=" + state,
                        "incoming_mail m",
                        "m.state = '%s'".formatted(state),
                        "m.arrived_at")
                .kept("incoming-mail", state);
    }
}
