/* Runs the trials of a sweep for a command: with checks before, and messages after. */
#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "judge/tune/tune.h"
#include "sweep/runs/workers.h"
#include <signal.h>
#include <stdio.h>

static void print_outcome(const struct sweep *s, const struct pool_outcome *o)
{
    fprintf(stderr, "%s: %d trial%s: %d finished now, ", s->plan->name, s->trials,
            plural(s->trials), o->finished);
    if (o->elsewhere)
        fprintf(stderr, "%d by other runs, ", o->elsewhere);
    fprintf(stderr, "%d before, %d failed\n", o->skipped, o->failed);
}

/* Prints that a signal ended the run, and that the same command continues it. Returns the exit code. */
static int end_by_signal(const struct sweep *s, const struct pool_outcome *o)
{
    if (o->signal == SIGUSR1 || o->signal == SIGUSR2) {
        error(
            "stopped in time by signal %d; %d trial%s %s left, of which %d %s a checkpoint; the same command "
            "continues from there",
            o->signal, o->left, plural(o->left), o->left == 1 ? "is" : "are", o->checkpointed,
            o->checkpointed == 1 ? "has" : "have");
        return EXIT_STOPPED;
    }
    error("stopped by signal %d; what has finished is kept, and the same command continues from "
          "there%s",
          o->signal,
          text_ends_with(s->name, TUNE_SUFFIX)
              ? ""
              : "; normlab table, plot and claims show what has finished");
    return 128 + o->signal;
}

int run_trials(const struct sweep *s, const struct pool_options *options,
               struct pool_outcome *outcome)
{
    if (check_trials(s, options->root) || pool_run(s, options, outcome))
        return EXIT_FAILED;
    if (!options->quiet)
        print_outcome(s, outcome);
    return outcome->signal ? end_by_signal(s, outcome) : EXIT_DONE;
}
