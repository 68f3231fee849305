package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle.Command;

/**
 * What finance does to a closed work order: it is open again for its reviewer, who has it put right and closes it once more. Where
 * finance takes that back before anybody has touched it, it is closed as it was.
 */
public final class Returning {

    private Returning() {}

    /** False where this, or something newer, was heard before, or it is open anyway. */
    public static boolean returned(WorkOrder order, JobReturned news, By by) {
        if (news.returnNumber() <= order.returnNumber) {
            return false;
        }
        order.returnNumber = news.returnNumber();
        if (order.isOpen()) {
            order.note("RETURNED", news.returnedAt(), news.words(), by);
            order.touch(by);
            return false;
        }
        order.moveTo(Command.RETURN, news.returnedAt(), news.words(), by);
        order.returned = new Returned(news.said(), false, order.review, order.closedAt);
        order.review = order.review.returned(by.at());
        order.closedAt = null;
        order.touch(by);
        return true;
    }

    /**
     * True where it is closed, and finance has to be told so: it is as it was, or was never opened, as that it was sent back is heard
     * afterwards only. What somebody has begun to put right goes on, and finance hears when it is closed.
     */
    public static boolean withdrawn(WorkOrder order, JobReturned news, By by) {
        boolean isNews = news.returnNumber() > order.returnNumber;
        if (news.returnNumber() < order.returnNumber) {
            return false;
        }
        order.returnNumber = news.returnNumber();
        if (!order.isOpen()) {
            return isNews;
        }
        Returned returned = order.returned;
        if (returned == null || returned.begun() || !order.isCompleted()) {
            order.note("RETURN_WITHDRAWN_TOO_LATE", news.withdrawnAt(), null, by);
            order.touch(by);
            return false;
        }
        order.moveTo(Command.WITHDRAW_RETURN, news.withdrawnAt(), null, by);
        order.review = returned.before();
        order.closedAt = returned.closedAt();
        order.returned = null;
        return true;
    }
}
