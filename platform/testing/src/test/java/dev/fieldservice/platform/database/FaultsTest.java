package dev.fieldservice.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.sql.SQLException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;

/** What is worth a repeat, and what is not. */
class FaultsTest {

    @Test
    void aConnectionThatWasCutMayPass() {
        Throwable gone = new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");

        assertThat(Faults.mayPass(new HibernateException(gone))).isTrue();
        assertThat(Faults.mayPass(new CompositeException(new HibernateException(gone), gone)))
                .as("work failed, and then the rollback too")
                .isTrue();
    }

    @Test
    void aDeadlockThatTheDatabaseBrokeMayPass() {
        assertThat(Faults.mayPass(new HibernateException(new SQLException("deadlock detected", "40P01"))))
                .isTrue();
    }

    @Test
    void aDefectDoesNot() {
        assertThat(Faults.mayPass(new IllegalStateException("defect"))).isFalse();
        assertThat(Faults.mayPass(new HibernateException(new SQLException("no such column", "42703"))))
                .isFalse();
    }
}
