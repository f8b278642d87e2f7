#include "base/error.h"
#include "base/formats/json.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/commands/progress/sweep_status.h"
#include "cli/listing.h"
#include "cli/output.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- as a table ---- */

static void print_running(const struct sweep_status *k)
{
    for (int i = 0; i < k->leased_count; i++) {
        const struct holder *h = &k->leased[i].holder;
        char *name = sweep_trial_name(&k->sweep, k->leased[i].trial);
        const char *host = *h->process.host ? h->process.host : "?";

        if (k->leased[i].stale)
            number_print(stdout, "  stale: %s, on %s, process %ld, %slast renewed %.0f s ago\n",
                         name, host, h->process.pid, h->ended ? "which has ended, " : "", h->age_s);
        else
            printf("  running: %s, on %s, process %ld, since %s%s%s\n", name, host, h->process.pid,
                   h->since, *h->note ? ", " : "", h->note);
        free(name);
    }
}

/* A trial that failed. */
struct failure {
    char *name;
    char *path; /* of its file KEY.failed; NULL when the file no longer exists */
    char *reason;
};

/* Returns the failure of a trial of the sweep; failure_clear() frees it. */
static struct failure failure_of(const struct sweep_status *k, int trial)
{
    char *path = sweep_find(&k->sweep, k->root, trial, ".failed");

    return (struct failure){sweep_trial_name(&k->sweep, trial), path, failure_reason(path)};
}

static void failure_clear(struct failure *f)
{
    free(f->name);
    free(f->path);
    free(f->reason);
}

static void print_failures(const struct sweep_status *k)
{
    for (int i = 0; i < k->sweep.trials; i++)
        if (k->survey.state[i] == STATE_FAILED) {
            struct failure f = failure_of(k, i);

            printf("  failed: %s, why: %s (%s)\n", f.name, f.reason, f.path ? f.path : "");
            failure_clear(&f);
        }
}

static void print_pace(const struct sweep_status *k)
{
    if (k->survey.count[STATE_MISSING] == 0 || isnan(k->pace.trials_per_hour))
        return;
    number_print(stdout, "  %.*f trial%s an hour", k->pace.trials_per_hour < 10,
                 k->pace.trials_per_hour, plural(k->pace.trials_per_hour));
    if (k->pace.hours_left >= 2)
        number_print(stdout, ", %.1f hours to go", k->pace.hours_left);
    else if (isfinite(k->pace.hours_left))
        number_print(stdout, ", %.1f minutes to go", 60 * k->pace.hours_left);
    printf("\n");
}

/* ---- as JSON ---- */

static void add_running(const struct sweep_status *k, struct text *t)
{
    json_name(t, "running_trials");
    text_adds(t, "[");
    for (int i = 0; i < k->leased_count; i++) {
        const struct holder *h = &k->leased[i].holder;
        char *name = sweep_trial_name(&k->sweep, k->leased[i].trial);

        json_item(t);
        text_adds(t, "{");
        json_text(t, "trial", name);
        json_text(t, "key", k->sweep.trial[k->leased[i].trial].key);
        json_text(t, "host", h->process.host);
        json_number(t, "process", (double)h->process.pid);
        json_text(t, "since", h->since);
        json_text(t, "note", h->note);
        json_number(t, "renewed_seconds_ago", h->age_s);
        json_flag(t, "stale", k->leased[i].stale);
        text_adds(t, "}");
        free(name);
    }
    text_adds(t, "]");
}

static void add_failed(const struct sweep_status *k, struct text *t)
{
    json_name(t, "failed_trials");
    text_adds(t, "[");
    for (int i = 0; i < k->sweep.trials; i++)
        if (k->survey.state[i] == STATE_FAILED) {
            struct failure f = failure_of(k, i);

            json_item(t);
            text_adds(t, "{");
            json_text(t, "trial", f.name);
            json_text(t, "key", k->sweep.trial[i].key);
            json_text(t, "why", f.reason);
            text_adds(t, "}");
            failure_clear(&f);
        }
    text_adds(t, "]");
}

/* ---- the command ---- */

static void print_status(const struct sweep_status *k, struct listing *l)
{
    listing_line(l);
    listing_text(l, "experiment", k->e->plan.name, 12);
    listing_text(l, "preset", k->e->plan.preset[k->preset].name, 6);
    listing_number(l, "trials", k->sweep.trials, 6, 0);
    listing_number(l, "done", k->survey.count[STATE_DONE], 6, 0);
    listing_number(l, "failed", k->survey.count[STATE_FAILED], 6, 0);
    listing_number(l, "to_do", k->survey.count[STATE_MISSING], 6, 0);
    listing_number(l, "running", k->running, 7, 0);
    if (l->json) {
        json_number(&l->line, "stale", k->leased_count - k->running);
        json_number(&l->line, "trials_per_hour", k->pace.trials_per_hour);
        json_number(&l->line, "hours_left", k->pace.hours_left);
        add_running(k, &l->line);
        add_failed(k, &l->line);
    }
    listing_line_end(l);
    if (listing_is_table(l)) {
        print_running(k);
        print_failures(k);
        print_pace(k);
    }
}

/* Prints the state of the presets among status[PLAN_PRESETS] that are open. Returns an exit code. */
static int show(struct sweep_status *status, struct listing *l)
{
    if (listing_is_table(l))
        output_wrap();
    listing_heading(l, "experiment", -12);
    listing_heading(l, "preset", -6);
    listing_heading(l, "trials", 6);
    listing_heading(l, "done", 6);
    listing_heading(l, "failed", 6);
    listing_heading(l, "to do", 6);
    listing_heading(l, "running", 7);
    listing_headings_end(l);
    for (int p = 0; p < PLAN_PRESETS; p++) {
        if (!status[p].e)
            continue;
        if (sweep_status_update(&status[p]))
            return EXIT_FAILED;
        print_status(&status[p], l);
    }
    listing_end(l);
    return EXIT_DONE;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *name = NULL, *seeds = NULL;
    struct sweep_status status[PLAN_PRESETS] = {{0}};
    struct listing l = {0};
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &l.json},
        {"--out", NULL, FLAG_TEXT, &root},
        {"--preset", NULL, FLAG_TEXT, &name},
        {"--seeds", NULL, FLAG_TEXT, &seeds},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER, WHICH_EXPERIMENT);
    struct experiment *e = find_experiment("status", argv[1]);
    int only = name ? find_preset("status", e, name) : -1, code = EXIT_DONE;

    for (int p = 0; p < plan_presets(&e->plan) && code == EXIT_DONE; p++)
        if ((only < 0 || p == only) &&
            sweep_status_open(&status[p], e, p, argv + 2, words - 1, seeds, root))
            code = EXIT_USAGE;
    if (code == EXIT_DONE)
        code = show(status, &l);
    for (int p = 0; p < plan_presets(&e->plan); p++)
        sweep_status_close(&status[p]);
    experiment_free(e);
    return code;
}

const struct command command_status = {
    "status",
    "count the trials of an experiment that are done, and show which run where",
    "usage: normlab status EXPERIMENT [KEY=VALUE[,VALUE]...] [OPTION]...\n\n"
    "Shows the trials of all runs in the folder, on this machine and on others: how many are done, which\n"
    "run, where, since when and at which epoch (brought up to date about every half minute), which failed\n"
    "and why, and which were left by runs that no longer live (stale: the next run takes them). The trials\n"
    "an hour are those of the last hour.\n\n"
    "KEY=VALUE is as for normlab run. A trial is done when it has a file in DIR/results/EXPERIMENT/ or a\n"
    "row in DIR/results/EXPERIMENT.h5. Those that run are to do as well. normlab watch shows the same live.\n\n"
    "  --preset NAME    only this preset\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9 [those of the preset]\n"
    "  --json           as JSON\n"
    "  --out DIR        folder that holds results/ [.]\n\n"
    "example: normlab status batch_size\n",
    run,
};
