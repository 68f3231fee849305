package dev.fieldservice.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void theDataFolderOnTheCommandLineGoesBeforeTheOneInTheEnvironment() {
        var environment = Map.of("FIELD_SERVICE_DATA", "/srv/field-service");

        assertThat(Arguments.parse().options(environment).data()).isEqualTo(Path.of("/srv/field-service"));
        assertThat(Arguments.parse("--data", "/tmp/other").options(environment).data())
                .isEqualTo(Path.of("/tmp/other"));
    }

    @Test
    void aPortIsTakenFromTheEnvironment() {
        var ports = Arguments.parse()
                .options(Map.of("FIELD_SERVICE_GATEWAY_PORT", "9080"))
                .ports();

        assertThat(ports).containsEntry(Port.GATEWAY, 9080).containsEntry(Port.TICKET, 8101);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithTheAlternatives() {
        assertThatThrownBy(() -> Arguments.parse("--only", "crm")).hasMessageContaining("ticket-service");
        assertThatThrownBy(() -> Arguments.parse("--data")).hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> Arguments.parse("start")).hasMessageContaining("./run [demo]");
        assertThatThrownBy(() -> Arguments.parse().options(Map.of("FIELD_SERVICE_KAFKA_PORT", "none")))
                .hasMessageContaining("FIELD_SERVICE_KAFKA_PORT=none is not a port");
    }
}
