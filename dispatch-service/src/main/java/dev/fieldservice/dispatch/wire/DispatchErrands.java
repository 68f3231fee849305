package dev.fieldservice.dispatch.wire;

import dev.fieldservice.dispatch.delays.ArrivalsAnew;
import dev.fieldservice.dispatch.delays.DelayMail;
import dev.fieldservice.dispatch.delays.HoursGivenUp;
import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.orders.NamesAnew;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class DispatchErrands implements ErrandTable<DispatchErrand> {

    private final Mails mails;
    private final DelayMail delayMail;
    private final ArrivalsAnew arrivalsAnew;
    private final NamesAnew namesAnew;
    private final HoursGivenUp hoursGivenUp;

    public DispatchErrands(
            Mails mails,
            DelayMail delayMail,
            ArrivalsAnew arrivalsAnew,
            NamesAnew namesAnew,
            HoursGivenUp hoursGivenUp) {
        this.mails = mails;
        this.delayMail = delayMail;
        this.arrivalsAnew = arrivalsAnew;
        this.namesAnew = namesAnew;
        this.hoursGivenUp = hoursGivenUp;
    }

    @Override
    public Class<DispatchErrand> kinds() {
        return DispatchErrand.class;
    }

    @Override
    public Handling<?> handling(DispatchErrand kind) {
        return switch (kind) {
            case DELAY_MAIL -> mails.handling(delayMail);
            case ARRIVALS_ANEW -> arrivalsAnew;
            case NAMES_ANEW -> namesAnew;
            case HOUR_GIVEN_UP -> hoursGivenUp;
        };
    }
}
