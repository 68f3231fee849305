package dev.fieldservice.gateway.limits;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.connections.Delivery;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time-outs of an exchange. A body that is held has to be whole in time, however it comes, as it takes no connection to a
 * service. One that is streamed, and a client that takes an answer, must keep a minimum pace: a byte now and then keeps no
 * connection busy for long. The time for which the service is waited for does not count. An answer is watched until the client
 * has taken the last byte of it.
 */
@Singleton
public class Pace {

    /** Long enough for a client that still sends to read the answer, short enough to be no gift to a flooder. */
    private static final long LINGER_MILLIS = 2_000;

    /** Once is a train in a tunnel. */
    private static final int SLOW_LOOKS = 2;

    /** What may wait of an answer that has ended; longer ones are passed on as they are taken. */
    private static final long LONGEST_REST = 1 << 20;

    private final long patienceMillis;
    private final Duration heldPatience;
    private final long bytesPerSecond;
    private final long leastBytes;

    public Pace(LimitsConfig limits) {
        this.patienceMillis = limits.patience().toMillis();
        this.heldPatience = limits.heldPatience();
        this.bytesPerSecond = limits.pace().asLongValue();
        this.leastBytes = bytesPerSecond * patienceMillis / TimeUnit.SECONDS.toMillis(1);
    }

    /** Where the body goes on to a service. */
    public void watch(RoutingContext exchange) {
        new Watch(exchange, true).begin();
    }

    /** Where nobody asks for a body: if there is one, it is not waited for. */
    public void watchAnswer(RoutingContext exchange) {
        new Watch(exchange, false).begin();
    }

    private final class Watch implements Delivery.Follower {

        private final RoutingContext exchange;
        private final HttpServerRequest request;
        private final HttpServerResponse response;
        private final boolean isBodyAsked;
        private final Uplink uplink;
        private final long begun = System.nanoTime();
        private int slowLooks;
        private long looksAtRest;
        private long read;
        private long written;
        private long timer;

        Watch(RoutingContext exchange, boolean isBodyAsked) {
            this.exchange = exchange;
            this.request = exchange.request();
            this.response = exchange.response();
            this.isBodyAsked = isBodyAsked;
            this.uplink = Uplink.of(exchange);
        }

        void begin() {
            exchange.addEndHandler(over -> end());
            look();
            Delivery.follow(exchange, this);
        }

        private void look() {
            timer = exchange.vertx().setTimer(patienceMillis, due -> judge());
        }

        private void judge() {
            if (response.ended()) {
                judgeRest();
            } else if (isHeld()) {
                if (System.nanoTime() - begun < heldPatience.toNanos()) {
                    goOn();
                } else {
                    breakOff("The body is expected within " + heldPatience.toSeconds() + " seconds");
                }
            } else {
                judgePace();
            }
        }

        private void judgePace() {
            slowLooks = isSlow() ? slowLooks + 1 : 0;
            if (slowLooks < SLOW_LOOKS) {
                goOn();
            } else {
                breakOff("At least " + bytesPerSecond + " bytes a second are expected");
            }
        }

        /** How much of it is still to be taken is not to be known, but how long that takes at most. */
        private void judgeRest() {
            if (looksAtRest-- > 0) {
                look();
            } else {
                Delivery.breakOff(exchange);
            }
        }

        private void goOn() {
            read = request.bytesRead();
            written = response.bytesWritten();
            look();
        }

        private boolean isComing() {
            return isBodyAsked && !request.isEnded();
        }

        private boolean isHeld() {
            return isComing() && !uplink.isStreamed();
        }

        private boolean isSlow() {
            boolean isServiceWaitedFor = uplink.wasPaused();
            return isComing()
                    ? !isServiceWaitedFor && request.bytesRead() - read < leastBytes
                    // Else it is the service that takes its time, which has time-outs of its own.
                    : response.writeQueueFull() && response.bytesWritten() - written < leastBytes;
        }

        private void breakOff(String detail) {
            if (response.headWritten()) {
                cut();
            } else {
                ProblemAnswer.end(exchange, GatewayRefusal.REQUEST_TIMEOUT.problem(detail));
            }
        }

        /** What a client still sends after its answer is dropped, for a moment. */
        private void end() {
            looksAtRest = SLOW_LOOKS + Math.min(response.bytesWritten(), LONGEST_REST) / leastBytes;
            if (request.isEnded() || response.closed()) {
                return;
            }
            request.resume();
            if (!request.isEnded()) {
                exchange.vertx().setTimer(LINGER_MILLIS, over -> leave());
            }
        }

        @Override
        public void over() {
            exchange.vertx().cancelTimer(timer);
        }

        private void leave() {
            if (!request.isEnded()) {
                cut();
            }
        }

        private void cut() {
            if (request.version() != HttpVersion.HTTP_2) {
                Delivery.breakOff(exchange);
            } else if (!response.closed()) {
                response.reset();
            }
        }
    }
}
