package dev.fieldservice.players.cycle;

/** The technician's day is over, once however often it is ended. */
final class EndOfDay implements Step {

    @Override
    public void play(Job job) {
        if (job.isWatched()) {
            var ended = job.tries(job.technician().person(), "ends the day", "/v1/my-day/end", "");
            job.story().holds(ended.isOk() || ended.code().equals("day-ended"), "his day is over");
        }
    }
}
