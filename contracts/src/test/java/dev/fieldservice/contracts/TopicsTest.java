package dev.fieldservice.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void noTopicIsForgottenInTheRoutes() throws IllegalAccessException {
        for (var constant : Topics.class.getFields()) {
            if (constant.getType() == String.class) {
                assertThat(Topics.ALL).containsOnlyOnce((String) constant.get(null));
            }
        }
        assertThat(Topics.ROUTES).allSatisfy(route -> {
            assertThat(ServiceName.ALL).contains(route.producer()).containsAll(route.consumers());
            assertThat(route.consumers()).doesNotContain(route.producer());
            assertThat(route.consumers().isEmpty())
                    .as("%s is for systems around only", route.topic())
                    .isEqualTo(Set.of(Topics.INVOICE_PAID, Topics.SLA_WARNED).contains(route.topic()));
        });
    }

    @Test
    void everyConsumerOfATopicParksForItself() {
        assertThat(Topics.DEAD_LETTERS)
                .doesNotHaveDuplicates()
                .contains("parts-consumed.inventory-service.dlq", "parts-consumed.billing-service.dlq")
                .hasSize(Topics.ROUTES.stream()
                        .mapToInt(route -> route.consumers().size())
                        .sum());
    }

    @Test
    void billingHearsOfTicketsPartsTheirCostsClosedJobsTheCompanyCustomersAndWhatIsCovered() {
        assertThat(Topics.consumedBy(ServiceName.BILLING))
                .containsExactly(
                        Topics.TICKET_CREATED,
                        Topics.TICKET_CHANGED,
                        Topics.PARTS_CONSUMED,
                        Topics.JOB_CLOSED,
                        Topics.PART_REGISTERED,
                        Topics.PART_USAGE_COSTED,
                        Topics.COMPANY_CHANGED,
                        Topics.COVERAGE_DECIDED,
                        Topics.CUSTOMER_CHANGED);
        assertThat(Topics.route(Topics.JOB_CLOSED).producer()).isEqualTo(ServiceName.WORKORDER);
    }
}
