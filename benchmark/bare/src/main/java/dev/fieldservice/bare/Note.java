package dev.fieldservice.bare;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The one thing that is stored. */
@Entity
public class Note {

    @Id
    UUID id;

    String text;
}
