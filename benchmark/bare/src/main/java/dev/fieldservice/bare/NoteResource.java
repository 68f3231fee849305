package dev.fieldservice.bare;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

@Path("/notes")
@Authenticated
public class NoteResource {

    private final Mutiny.SessionFactory sessions;

    public NoteResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @GET
    @Path("/{id}")
    public Uni<String> text(@RestPath UUID id) {
        return sessions.withSession(session -> session.find(Note.class, id)).map(note -> note.text);
    }
}
