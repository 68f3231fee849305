package dev.fieldservice.platform.retelling;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** For a service whose events carry no state. */
@DefaultBean
@Singleton
class NothingToRetell implements Retelling {

    @Override
    public Tellings tellings() {
        return Tellings.table();
    }
}
