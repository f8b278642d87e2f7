#include "base/arena.h"
#include "base/error.h"
#include "base/formats/json.h"
#include "base/list.h"
#include "base/number.h"
#include "base/system/file.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "experiments/experiment.h"
#include "sweep/merge.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/survey.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WATCH_S = 2 }; /* seconds between two updates with --watch */

/* A trial that is neither done nor failed and has a lease. */
struct held {
    int trial; /* its index in the sweep */
    struct holder holder;
};

/* A preset's trials and their states at the moment. */
struct look {
    const struct experiment *e;
    const char *root;
    struct sweep sweep;
    struct survey survey;
    struct leases leases;
    struct held *held; /* [holders] */
    int holders;
    int running; /* number of leases that are not stale */
    struct pace pace;
};

/* Looks at the trials anew. Returns 0, or -1 after a message. */
static int look_again(struct look *k)
{
    struct sweep *s = &k->sweep;

    free(k->held);
    k->held = NULL; /* array_add() must start with NULL */
    k->holders = k->running = 0;
    if (merge_mark(s, k->root))
        return -1;
    survey_init(&k->survey, s, k->root);
    for (int i = 0; i < s->trials; i++) {
        struct holder h;

        if (k->survey.state[i] != STATE_MISSING || !k->survey.leased[i] ||
            !lease_read(&k->leases, s->trial[i].key, &h))
            continue;
        k->running += !lease_is_stale(&k->leases, &h);
        array_add(k->held, k->holders) = (struct held){i, h};
    }
    k->pace = survey_pace(&k->survey, s, k->root, leases_time(&k->leases));
    return 0;
}

/* Returns the trial's values of the axes and its seed, such as "norm=none batch=2 seed=0": a new string. */
static char *name_of(const struct sweep *s, int trial)
{
    struct text t = {0};

    for (int a = 0; a < s->axes; a++)
        text_add(&t, "%s=%s ", s->axis[a], config_get(&s->trial[trial].config, s->axis[a]));
    text_add(&t, "seed=%s", config_get(&s->trial[trial].config, "seed"));
    return t.s;
}

/* Returns the first line of the message of a failed trial: a new string. path: of its file KEY.failed; NULL: none. */
static char *reason_of(const char *path)
{
    static const char prefix[] = "normlab: error: ";
    size_t size;
    char *text = path ? file_read(path, &size, true) : NULL, *reason;
    const char *at = text ? text : "";

    at += text_starts_with(at, prefix) ? strlen(prefix) : 0;
    reason = xstrndup(at, strcspn(at, "\n"));
    free(text);
    return reason;
}

/* ---- as a table ---- */

static void print_running(const struct look *k)
{
    for (int i = 0; i < k->holders; i++) {
        const struct holder *h = &k->held[i].holder;
        char *name = name_of(&k->sweep, k->held[i].trial);

        if (lease_is_stale(&k->leases, h))
            number_print(stdout, "  stale: %s, on %s, process %ld, %slast renewed %.0f s ago\n",
                         name, *h->process.host ? h->process.host : "?", h->process.pid,
                         h->ended ? "which has ended, " : "", h->age_s);
        else
            printf("  running: %s, on %s, process %ld, since %s%s%s\n", name,
                   *h->process.host ? h->process.host : "?", h->process.pid, h->since,
                   *h->note ? ", " : "", h->note);
        free(name);
    }
}

static void print_failures(const struct look *k)
{
    for (int i = 0; i < k->sweep.trials; i++) {
        char *name, *reason, *path;

        if (k->survey.state[i] != STATE_FAILED)
            continue;
        name = name_of(&k->sweep, i);
        path = sweep_find(&k->sweep, k->root, i, ".failed");
        reason = reason_of(path);
        printf("  failed: %s, why: %s (%s)\n", name, reason, path ? path : "");
        free(name);
        free(reason);
        free(path);
    }
}

static void print_pace(const struct look *k)
{
    if (k->survey.count[STATE_MISSING] == 0 || isnan(k->pace.trials_per_hour))
        return;
    number_print(stdout, "  %.*f trials an hour", k->pace.trials_per_hour < 10,
                 k->pace.trials_per_hour);
    if (k->pace.hours_left >= 2)
        number_print(stdout, ", %.1f hours to go", k->pace.hours_left);
    else if (isfinite(k->pace.hours_left))
        number_print(stdout, ", %.1f minutes to go", 60 * k->pace.hours_left);
    printf("\n");
}

/* ---- as JSON ---- */

static void add_running(const struct look *k, struct text *t)
{
    json_name(t, "running_trials");
    text_adds(t, "[");
    for (int i = 0; i < k->holders; i++) {
        const struct holder *h = &k->held[i].holder;
        char *name = name_of(&k->sweep, k->held[i].trial);

        json_item(t);
        text_adds(t, "{");
        json_text(t, "trial", name);
        json_text(t, "key", k->sweep.trial[k->held[i].trial].key);
        json_text(t, "host", h->process.host);
        json_number(t, "process", (double)h->process.pid);
        json_text(t, "since", h->since);
        json_text(t, "note", h->note);
        json_number(t, "renewed_seconds_ago", h->age_s);
        json_flag(t, "stale", lease_is_stale(&k->leases, h));
        text_adds(t, "}");
        free(name);
    }
    text_adds(t, "]");
}

static void add_failed(const struct look *k, struct text *t)
{
    json_name(t, "failed_trials");
    text_adds(t, "[");
    for (int i = 0; i < k->sweep.trials; i++) {
        char *name, *reason, *path;

        if (k->survey.state[i] != STATE_FAILED)
            continue;
        name = name_of(&k->sweep, i);
        path = sweep_find(&k->sweep, k->root, i, ".failed");
        reason = reason_of(path);
        json_item(t);
        text_adds(t, "{");
        json_text(t, "trial", name);
        json_text(t, "key", k->sweep.trial[i].key);
        json_text(t, "why", reason);
        text_adds(t, "}");
        free(name);
        free(reason);
        free(path);
    }
    text_adds(t, "]");
}

/* ---- the command ---- */

static void print_look(const struct look *k, const char *preset, struct listing *l)
{
    listing_line(l);
    listing_text(l, "experiment", k->e->plan.name, 12);
    listing_text(l, "preset", preset, 6);
    listing_number(l, "trials", k->sweep.trials, 6, 0);
    listing_number(l, "done", k->survey.count[STATE_DONE], 6, 0);
    listing_number(l, "failed", k->survey.count[STATE_FAILED], 6, 0);
    listing_number(l, "to_do", k->survey.count[STATE_MISSING], 6, 0);
    listing_number(l, "running", k->running, 7, 0);
    if (l->json) {
        json_number(&l->line, "stale", k->holders - k->running);
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

/* Makes the list of the preset's trials. Returns 0, or -1 after a message. look_close() frees k in both cases. */
static int look_open(struct look *k, const struct experiment *e, int preset, char *const *overrides,
                     int given, const char *seeds, const char *root)
{
    char *folder;

    *k = (struct look){.e = e, .root = root};
    if (experiment_expand(&k->sweep, e, preset, overrides, given, seeds))
        return -1;
    folder = sweep_folder(&k->sweep, root);
    leases_open(&k->leases, folder);
    free(folder);
    return 0;
}

static void look_close(struct look *k)
{
    if (k->leases.folder)
        leases_close(&k->leases);
    free(k->held);
    sweep_clear(&k->sweep);
}

struct request {
    const struct experiment *e;
    const char *root;
    int only; /* the index of the preset to show; negative: all */
    char **overrides;
    int given;
};

/* Prints all presets, or q->only, once. Returns an exit code. */
static int show(const struct request *q, struct look *look, struct listing *l)
{
    if (listing_is_table(l))
        printf("%-12s %-6s %6s %6s %6s %6s %7s\n", "experiment", "preset", "trials", "done",
               "failed", "to do", "running");
    for (int p = 0; p < plan_presets(&q->e->plan); p++) {
        if (q->only >= 0 && p != q->only)
            continue;
        if (look_again(&look[p]))
            return EXIT_FAILED;
        print_look(&look[p], q->e->plan.preset[p].name, l);
        survey_clear(&look[p].survey);
    }
    listing_end(l);
    return EXIT_DONE;
}

/* Prints the presets again every WATCH_S seconds, until a signal ends the process or the output cannot be written. A
 * terminal is cleared before each update; elsewhere an empty line separates the updates. */
static int watch(const struct request *q, struct look *look, struct listing *l)
{
    int code;

    for (;;) {
        output_clear_terminal();
        code = show(q, look, l);
        if (!isatty(STDOUT_FILENO))
            printf("\n");
        if (code != EXIT_DONE || fflush(stdout) || output_is_closed())
            return code;
        nanosleep(&(struct timespec){WATCH_S, 0}, NULL);
    }
}

static int run(int argc, char **argv)
{
    const char *root = ".", *name = NULL, *seeds = NULL;
    struct look look[PLAN_PRESETS] = {{0}};
    struct listing l = {0};
    bool again = false;
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &l.json}, {"--watch", NULL, FLAG_BOOL, &again},
        {"--out", NULL, FLAG_TEXT, &root},    {"--preset", NULL, FLAG_TEXT, &name},
        {"--seeds", NULL, FLAG_TEXT, &seeds}, {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER, WHICH_EXPERIMENT);
    struct experiment *e = find_experiment("status", argv[1]);
    struct request q = {e, root, name ? find_preset("status", e, name) : -1, argv + 2, words - 1};
    int code = EXIT_DONE;

    if (again && l.json)
        die_usage("status", "--watch and --json exclude each other; give one");
    for (int p = 0; p < plan_presets(&e->plan) && code == EXIT_DONE; p++)
        if ((q.only < 0 || p == q.only) &&
            look_open(&look[p], e, p, q.overrides, q.given, seeds, root))
            code = EXIT_USAGE;
    if (code == EXIT_DONE)
        code = again ? watch(&q, look, &l) : show(&q, look, &l);
    for (int p = 0; p < plan_presets(&e->plan); p++)
        look_close(&look[p]);
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
    "row in DIR/results/EXPERIMENT.h5. Those that run are to do as well.\n\n"
    "  --preset NAME    only this preset\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9 [those of the preset]\n"
    "  --watch          show it again every two seconds, until Ctrl-C\n"
    "  --json           as JSON\n"
    "  --out DIR        folder that holds results/ [.]\n\n"
    "example: normlab status batch_size\n",
    run,
};
