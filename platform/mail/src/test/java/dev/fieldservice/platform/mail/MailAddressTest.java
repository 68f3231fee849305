package dev.fieldservice.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void theContactComesFirstAndTheCustomerAfter() {
        assertThat(MailAddress.firstUsable("maria@cotroceni.example", "office@cotroceni.example"))
                .contains("maria@cotroceni.example");
        assertThat(MailAddress.firstUsable(null, "office@cotroceni.example")).contains("office@cotroceni.example");
        assertThat(MailAddress.firstUsable(null, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: everybody@else.example",
                "a@b.example\n",
                "a@b.example,c@d.example",
                "a b@c.example",
                "Maria <maria@cotroceni.example>",
                "maria@localhost",
                "@b.example",
                ""
            })
    void whatCouldChangeTheHeaderIsNoAddress(String address) {
        assertThat(MailAddress.firstUsable(address, null)).isEmpty();
    }
}
