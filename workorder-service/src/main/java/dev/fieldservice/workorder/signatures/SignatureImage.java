package dev.fieldservice.workorder.signatures;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The picture apart from the signature: it is large and seldom looked at. */
@Entity
public class SignatureImage {

    @Id
    UUID signatureId;

    byte[] png;

    protected SignatureImage() {}

    SignatureImage(UUID signatureId, byte[] png) {
        this.signatureId = signatureId;
        this.png = png;
    }
}
