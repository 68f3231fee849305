package dev.fieldservice.dispatch.delays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.By;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelayNoticeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private DelayNotice notice;

    @BeforeEach
    void aMessageWaits() {
        notice = new DelayNotice();
        notice.ticketId = new UUID(0, 7);
        notice.state = DelayNotice.State.PENDING;
        notice.messageId = "<1@dispatch.fieldservice>";
        notice.recipient = "maria@cotroceni.example";
    }

    @Test
    void whoeverTakesAMessageHasItToThemselvesForAWhile() {
        Message message = notice.attempt(at(NOON), LEASE);

        assertThat(message.id()).isEqualTo("<1@dispatch.fieldservice>");
        assertThat(notice.nextAttemptAt).isEqualTo(NOON.plus(LEASE));
        assertThat(notice.attempt(at(NOON.plus(LEASE)), LEASE).id()).isEqualTo(message.id());
    }

    @Test
    void whatMayPassIsTriedAgainLessAndLessOftenAndGivenUpVisibly() {
        List<Duration> waits = new java.util.ArrayList<>();
        for (int i = 0; i < 3; i++) {
            assertThat(notice.attempt(at(NOON), LEASE)).isNotNull();
            notice.postpone(at(NOON), "connection refused", config(4));
            waits.add(Duration.between(NOON, notice.nextAttemptAt));
        }
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(5L, 10L, 20L);
        assertThat(notice.isPending()).isTrue();

        assertThat(notice.attempt(at(NOON), LEASE)).isNotNull();
        notice.postpone(at(NOON), "connection refused", config(4));

        assertThat(notice.state).isEqualTo(DelayNotice.State.FAILED);
        assertThat(notice.failure).isEqualTo("connection refused");
        assertThat(notice.takeSteps())
                .singleElement()
                .satisfies(step -> assertThat(step.action()).isEqualTo("NOTIFICATION_FAILED"));
    }

    @Test
    void onlyAReplyOfTheFiveHundredsIsFinal() {
        assertThat(MailMessenger.isFinal(
                        new SMTPException("recipient refused", 550, List.of("550 no such user"), true)))
                .isTrue();
        assertThat(MailMessenger.isFinal(new SMTPException("later", 451, List.of("451 try again"), false)))
                .isFalse();
        assertThat(MailMessenger.isFinal(new IOException("connection refused"))).isFalse();
    }

    private static By at(Instant time) {
        return By.service("dispatch-service", time, null, null);
    }

    private static NoticeConfig config(int attempts) {
        return new NoticeConfig() {
            @Override
            public Duration patience() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration lease() {
                return LEASE;
            }

            @Override
            public Duration firstWait() {
                return Duration.ofSeconds(5);
            }

            @Override
            public int attempts() {
                return attempts;
            }
        };
    }
}
