package dev.fieldservice.dispatch.wire;

import dev.fieldservice.dispatch.delays.DelayMail;
import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class DispatchErrands implements ErrandTable<DispatchErrand> {

    private final Mails mails;
    private final DelayMail delayMail;

    public DispatchErrands(Mails mails, DelayMail delayMail) {
        this.mails = mails;
        this.delayMail = delayMail;
    }

    @Override
    public Class<DispatchErrand> kinds() {
        return DispatchErrand.class;
    }

    @Override
    public Handling<?> handling(DispatchErrand kind) {
        return switch (kind) {
            case DELAY_MAIL -> mails.handling(delayMail);
        };
    }
}
