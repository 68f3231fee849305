package dev.fieldservice.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.errands.FinalFailure;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpTest {

    private static final Letter LETTER = new Letter("<1@probe>", null, "maria@cotroceni.example", "s", "t", List.of());

    @Test
    void onlyAReplyOfTheFiveHundredsIsFinal() {
        assertThat(failure(refusal(550, "550 no such user")))
                .isInstanceOf(FinalFailure.class)
                .hasMessage("maria@cotroceni.example: 550 no such user");
        assertThat(failure(refusal(451, "451 try again"))).isNotInstanceOf(FinalFailure.class);
        assertThat(failure(new IOException("connection refused"))).isNotInstanceOf(FinalFailure.class);
    }

    private static SMTPException refusal(int code, String words) {
        return new SMTPException("refused", code, List.of(words), code >= 500);
    }

    private static RuntimeException failure(Throwable fault) {
        return Smtp.failure(LETTER, fault);
    }
}
