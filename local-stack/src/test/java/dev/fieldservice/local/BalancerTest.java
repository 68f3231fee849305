package dev.fieldservice.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.servers.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancerTest {

    private final int port = Ports.free();
    private final Balancer balancer = new Balancer(port).open();
    private ServerSocket first;
    private ServerSocket second;

    @BeforeEach
    void twoReplicasAreReady() throws IOException {
        first = replica("1");
        second = replica("2");
        balancer.add(first.getLocalPort());
        balancer.add(second.getLocalPort());
    }

    @AfterEach
    void allEnd() throws IOException {
        balancer.close();
        first.close();
        second.close();
    }

    @Test
    void connectionsGoToOneAfterTheOther() {
        assertThat(answers(6)).containsExactly("1", "2", "1", "2", "1", "2");
    }

    @Test
    void oneThatIsGoneIsPassedOver() throws IOException {
        close(first);
        assertThat(answers(4)).containsOnly("2");
    }

    @Test
    void nobodyIsSentToOneThatLeaves() {
        balancer.remove(second.getLocalPort());
        assertThat(answers(4)).containsOnly("1");
        balancer.add(second.getLocalPort());
        assertThat(answers(4)).contains("1", "2");
    }

    @Test
    void whereNobodyIsThereTheConnectionEnds() throws IOException {
        close(first);
        close(second);
        assertThat(answers(2)).containsOnly("");
    }

    /** Until it takes nobody any more: for a moment the operating system still does, in the name of whoever waited for them. */
    private static void close(ServerSocket replica) throws IOException {
        replica.close();
        while (true) {
            try (Socket early = new Socket(InetAddress.getLoopbackAddress(), replica.getLocalPort())) {
                assertThat(early.getPort()).isEqualTo(replica.getLocalPort());
            } catch (ConnectException gone) {
                return;
            } catch (SocketException ended) {
                // just in the moment in which the other end went
            }
        }
    }

    private Stream<String> answers(int connections) {
        return Stream.generate(this::answer).limit(connections);
    }

    /** What came until the end of the connection, which is the question's end as well. */
    private String answer() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("who?".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    private static ServerSocket replica(String name) throws IOException {
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listener.isClosed()) {
                try (Socket client = listener.accept()) {
                    if (client.getInputStream().readAllBytes().length > 0) {
                        client.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            }
        });
        return listener;
    }
}
