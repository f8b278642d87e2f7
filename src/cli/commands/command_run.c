#include "base/arena.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "experiments/experiment.h"
#include "figures/draw.h"
#include "report/summary.h"
#include "sweep/merge.h"
#include "sweep/workers.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct run_options {
    int preset;
    bool dry_run, json, no_plot, term;
    struct pool_options pool;
    const struct experiment *experiment;
};

static void print_trials(const struct sweep *s, const char *root, bool json)
{
    static const char *const state[] = {"to do", "done", "failed"};
    struct listing l = {.json = json};

    for (int i = 0; i < s->trials; i++) {
        const struct config *c = &s->trial[i].config;

        listing_line(&l);
        listing_text(&l, "key", s->trial[i].key, 16);
        listing_text(&l, "state", state[pool_state(s, root, i)], 6);
        for (int a = 0; a <= s->axes; a++) {
            const char *name = a < s->axes ? s->axis[a] : "seed", *value = config_get(c, name);
            const char *quote = value && strchr(value, ' ') ? "\"" : "";
            char *pair = format_new("%s=%s%s%s", name, quote, value ? value : "", quote);

            listing_text(&l, name, !json ? pair : value ? value : "", 0);
            free(pair);
        }
        listing_line_end(&l);
    }
    listing_end(&l);
    fprintf(stderr, "%d trials\n", s->trials);
}

static void print_files(const struct study *s, const struct experiment *e)
{
    char *merged = merge_path(s->root, s->name), *summary = summary_path(s);

    printf("Files\n  %s   every trial, merged\n  %s   the summary above\n", merged, summary);
    if (!s->selection.is_main)
        printf("  %s/results/%s.txt and %s/plots/%s/ show the other trials in %s\n", s->root,
               s->name, s->root, s->name, merged);
    free(merged);
    free(summary);
    figures_print(s, e->figures, "  ");
}

/* True when another run has replaced the merged file since `before` was read from it by stat(). */
static bool merged_anew(const char *path, const struct stat *before)
{
    struct stat now;

    return stat(path, &now) == 0 &&
           (now.st_ino != before->st_ino || now.st_mtim.tv_nsec != before->st_mtim.tv_nsec);
}

/* Merges the finished trials, draws the figures and writes the summaries. Repeats this when another run merged in
 * the meantime, so that summaries and figures agree with the merged file. Returns 0, or -1 after a message.
 * study->plan is NULL when the trials could not be merged. */
static int merge_and_draw(struct study *study, const struct sweep *s, const struct run_options *o)
{
    char *path = merge_path(o->pool.root, s->name);
    struct stat before;
    bool there;
    int bad;

    do {
        study_close(study);
        bad =
            experiment_merge(study, o->experiment, s, o->preset, o->pool.root, whole_command_line);
        if (bad)
            break;
        there = stat(path, &before) == 0;
        if (!o->no_plot)
            bad = figures_draw(study, o->experiment->figures, NULL);
        if (write_summaries(study, o->experiment))
            bad = -1;
    } while (!bad && there && merged_anew(path, &before));
    free(path);
    return bad;
}

/* Merges the finished trials, draws the figures, and prints the summary and the names of the files. Returns 0, or -1
 * after a message. */
static int finish(const struct sweep *s, const struct run_options *o)
{
    struct study study = {0};
    int bad = merge_and_draw(&study, s, o);

    if (!study.plan)
        return -1;
    if (summary_write(&study, o->experiment->tables, o->experiment->figures, true))
        bad = -1;
    if (o->term && !bad) {
        /* "" when gnuplot is missing; figures_draw() has already warned about that */
        char *gnuplot = plot_version();

        if (*gnuplot)
            bad = figures_draw_terminal(&study, o->experiment->figures, 1);
        free(gnuplot);
    }
    print_files(&study, o->experiment);
    study_close(&study);
    return bad;
}

/* When some trials are still to do, warns in two cases: an experiment measures times while the machine has other
 * work, or full-size results would come from a build that nobody can make again. */
static void warn_before(const struct sweep *s, const struct run_options *o)
{
    bool any = false;
    double load;

    for (int i = 0; i < s->trials; i++)
        any |= pool_state(s, o->pool.root, i) != STATE_DONE;
    if (any && s->plan->exclusive && getloadavg(&load, 1) == 1 && load > 0.5)
        warning("other work runs on this machine (load %.1f), which will show in the times of %s",
                load, s->plan->name);
    if (any && o->preset == plan_main(s->plan) && source_is_dirty(source_commit()))
        warning(
            "this build has changes that its commit has not (%s), and its results will say so: for "
            "results that others can make again, commit, build and run again with --force",
            source_commit());
}

static int run_sweep(const struct sweep *s, const struct run_options *o)
{
    struct pool_outcome outcome;

    warn_before(s, o);
    exit_on_signals(); /* before and after pool_run(), which handles them itself */
    if (check_trials(s, o->pool.root) || pool_run(s, &o->pool, &outcome))
        return EXIT_FAILED;
    if (!o->pool.quiet)
        fprintf(stderr, "%s: %d trials: %d finished now, %d before, %d failed\n", s->plan->name,
                s->trials, outcome.finished, outcome.skipped, outcome.failed);
    if (outcome.signal == SIGUSR1 || outcome.signal == SIGUSR2) {
        error(
            "stopped in time by signal %d; %d trials are left, of which %d have a checkpoint; the same command "
            "continues from there",
            outcome.signal, outcome.left, outcome.checkpointed);
        return EXIT_STOPPED;
    }
    if (outcome.signal) {
        error(
            "stopped by signal %d; what has finished is kept, and the same command continues from "
            "there",
            outcome.signal);
        return 128 + outcome.signal;
    }
    if (outcome.finished + outcome.skipped > 0 && finish(s, o))
        return EXIT_FAILED;
    return outcome.failed ? EXIT_PARTIAL : EXIT_DONE;
}

static int run(int argc, char **argv)
{
    struct run_options o = {.pool = {.root = "."}};
    const char *preset = NULL, *seeds = NULL;
    const struct flag flags[] = {
        {"--preset", NULL, FLAG_TEXT, &preset},
        {"--seeds", NULL, FLAG_TEXT, &seeds},
        {"--jobs", "-j", FLAG_INT, &o.pool.jobs},
        {"--dry-run", "-n", FLAG_BOOL, &o.dry_run},
        {"--json", NULL, FLAG_BOOL, &o.json},
        {"--force", NULL, FLAG_BOOL, &o.pool.force},
        {"--retry-failed", NULL, FLAG_BOOL, &o.pool.retry_failed},
        {"--fail-fast", NULL, FLAG_BOOL, &o.pool.fail_fast},
        {"--no-plot", NULL, FLAG_BOOL, &o.no_plot},
        {"--term", NULL, FLAG_BOOL, &o.term},
        {"--quiet", "-q", FLAG_BOOL, &o.pool.quiet},
        {"--out", NULL, FLAG_TEXT, &o.pool.root},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER, WHICH_EXPERIMENT);
    struct experiment *e = find_experiment("run", argv[1]);
    struct sweep s;
    int code;

    if (!*o.pool.root)
        die_usage("run", "--out: which folder? '.' is this one");
    if (o.json && !o.dry_run)
        die_usage("run", "--json goes with --dry-run; for results see normlab export");
    o.experiment = e;
    o.preset = preset ? find_preset("run", e, preset) : plan_main(&e->plan);
    if (e->plan.exclusive && o.pool.jobs > 1)
        die_usage("run", "%s times its trials, one at a time: leave out --jobs", e->plan.name);
    code = experiment_expand(&s, e, o.preset, argv + 2, words - 1, seeds) ? EXIT_USAGE : EXIT_DONE;
    if (o.pool.jobs == 0 && !e->plan.exclusive && code == EXIT_DONE)
        o.pool.jobs = (int)sysconf(_SC_NPROCESSORS_ONLN) / s.execution.threads;
    if (o.pool.jobs < 1)
        o.pool.jobs = 1;
    if (code == EXIT_DONE && merge_mark(&s, o.pool.root))
        code = EXIT_FAILED;
    if (code == EXIT_DONE && o.dry_run)
        print_trials(&s, o.pool.root, o.json);
    else if (code == EXIT_DONE)
        code = run_sweep(&s, &o);
    sweep_clear(&s);
    experiment_free(e);
    return code;
}

const struct command command_run = {
    "run",
    "run an experiment: train its trials, merge them, draw figures, print the verdicts",
    "usage: normlab run EXPERIMENT [KEY=VALUE[,VALUE]...] [OPTION]...\n\n"
    "EXPERIMENT is one of normlab's own (normlab list experiments) or a YAML file of yours (normlab new).\n"
    "Trials that are done are skipped, so the same command continues a run that was stopped. A trial is\n"
    "done when it has a file in DIR/results/EXPERIMENT/ or a row in DIR/results/EXPERIMENT.h5. That file\n"
    "keeps all its rows and gets those of this run (see normlab merge --help).\n\n"
    "Summary and figures show the trials with the preset's settings, or with the values that you give;\n"
    "claims are judged on the preset's own settings. When the file has trials of the paper preset, those\n"
    "of another preset are shown in EXPERIMENT.PRESET.txt and plots/EXPERIMENT.PRESET/. Trials on\n"
    "generated data, as in the smoke presets, have their own files: EXPERIMENT.generated.h5 and so on.\n\n"
    "KEY=VALUE replaces the preset's value of a key (normlab list keys). Several values, with commas\n"
    "between them, make a grid. panel=NAME selects among the experiment's panels. threads=K gives each\n"
    "trial K cores, which helps with a few large trials; the results are the same, bit for bit.\n\n"
    "A trial that runs longer than checkpoint=10 minutes leaves a checkpoint, KEY.state, in\n"
    "DIR/results/EXPERIMENT/, and goes on from it with the same bits. On SIGUSR1 or SIGUSR2 no trial is\n"
    "started, the running ones leave a checkpoint, and the exit code is 75: run the same command again.\n\n"
    "  --preset NAME    smoke, demo, paper, or another that the experiment has [its last]\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9\n"
    "  -j, --jobs N     trials at a time [cores / threads]\n"
    "  -n, --dry-run    print the trials, run none\n"
    "  --json           with -n: as JSON\n"
    "  --force          run trials again that are done, and replace their results\n"
    "  --retry-failed   run trials again that failed in an earlier run\n"
    "  --fail-fast      start no more trials after one has failed\n"
    "  --no-plot        draw no figures\n"
    "  --term           also show the first figure in the terminal\n"
    "  -q, --quiet      show no progress\n"
    "  --out DIR        folder for results/ and plots/ [.]\n\n"
    "example: normlab run batch_size batch=2,32 norm=batchnorm,layernorm --preset demo --seeds 0-2\n",
    run,
};
