package dev.fieldservice.dispatch.wire;

import dev.fieldservice.dispatch.delays.ArrivalsAnew;
import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.notices.HoursGivenUp;
import dev.fieldservice.dispatch.notices.SettingOut;
import dev.fieldservice.dispatch.notices.VisitMail;
import dev.fieldservice.dispatch.notices.VisitsPlanned;
import dev.fieldservice.dispatch.orders.NamesAnew;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class DispatchErrands implements ErrandTable<DispatchErrand> {

    private final Mails mails;
    private final VisitMail visitMail;
    private final ArrivalsAnew arrivalsAnew;
    private final NamesAnew namesAnew;
    private final HoursGivenUp hoursGivenUp;
    private final VisitsPlanned visitsPlanned;
    private final SettingOut settingOut;

    public DispatchErrands(
            Mails mails,
            VisitMail visitMail,
            ArrivalsAnew arrivalsAnew,
            NamesAnew namesAnew,
            HoursGivenUp hoursGivenUp,
            VisitsPlanned visitsPlanned,
            SettingOut settingOut) {
        this.mails = mails;
        this.visitMail = visitMail;
        this.arrivalsAnew = arrivalsAnew;
        this.namesAnew = namesAnew;
        this.hoursGivenUp = hoursGivenUp;
        this.visitsPlanned = visitsPlanned;
        this.settingOut = settingOut;
    }

    @Override
    public Class<DispatchErrand> kinds() {
        return DispatchErrand.class;
    }

    @Override
    public Handling<?> handling(DispatchErrand kind) {
        return switch (kind) {
            case DELAY_MAIL -> mails.handling(visitMail);
            case ARRIVALS_ANEW -> arrivalsAnew;
            case NAMES_ANEW -> namesAnew;
            case HOUR_GIVEN_UP -> hoursGivenUp;
            case VISIT_PLANNED -> visitsPlanned;
            case SET_OUT -> settingOut;
        };
    }
}
