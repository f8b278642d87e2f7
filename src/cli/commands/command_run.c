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
    const char *preset_name, *seeds;
    int preset;
    bool dry_run, json, no_plot, term;
    struct pool_options pool;
    const struct experiment *experiment;
};

/* Checks every trial before any runs: what is wrong is one message, not one a trial. On the way the data
 * cache is written before the workers ask for it. */
static int check_trials(const struct sweep *s, const char *root)
{
    for (int i = 0; i < s->trials; i++)
        if (pool_state(s, root, i) != STATE_DONE && trial_check(&s->trial[i].config))
            return -1;
    return 0;
}

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

static int outcome_code(const struct pool_outcome *o)
{
    if (o->signal)
        return 128 + o->signal;
    return o->failed ? EXIT_PARTIAL : EXIT_DONE;
}

static void print_files(const struct study *l, const struct experiment *e)
{
    char *merged = merge_path(l->root, l->name), *summary = summary_path(l);

    printf("Files\n  %s   every trial, merged\n  %s   what stands above\n", merged, summary);
    if (!l->selection.is_main)
        printf("  %s/results/%s.txt and %s/plots/%s/ show the other trials in %s\n", l->root,
               l->name, l->root, l->name, merged);
    free(merged);
    free(summary);
    figures_print(l, e->figures, "  ");
}

/* Merges, draws and sums up; once more where another run has merged meanwhile, so that text and figures follow from
 * the file that is there in the end. */
static int merge_and_draw(struct study *l, const struct sweep *s, const struct run_options *o)
{
    char *path = merge_path(o->pool.root, s->name);
    struct stat before, after;
    bool again = true;
    int bad = 0;

    for (int i = 0; again && !bad; i++) {
        if (i > 0)
            study_close(l);
        bad = experiment_merge(l, o->experiment, s, o->preset, o->pool.root, whole_command_line);
        if (bad)
            break;
        again = stat(path, &before) == 0;
        if (!o->no_plot)
            bad = figures_draw(l, o->experiment->figures, NULL);
        if (write_summaries(l, o->experiment))
            bad = -1;
        again = again && stat(path, &after) == 0 &&
                (after.st_ino != before.st_ino || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec);
    }
    free(path);
    return bad;
}

/* After the pool: merge, draw, sum up. */
static int finish(const struct sweep *s, const struct run_options *o)
{
    struct study l = {0};
    int bad = merge_and_draw(&l, s, o);

    if (!l.plan)
        return -1;
    if (summary_write(&l, o->experiment->tables, o->experiment->figures, true))
        bad = -1;
    if (o->term && !bad) {
        char *gnuplot = plot_version(); /* without it, drawing has said so */

        if (*gnuplot)
            bad = figures_draw_terminal(&l, o->experiment->figures, 1);
        free(gnuplot);
    }
    print_files(&l, o->experiment);
    study_close(&l);
    return bad;
}

/* Before and after the pool, which takes signals itself, nothing is half done that matters: files appear
 * whole or not at all. */
static void stop(int signal)
{
    static const char message[] =
        "normlab: error: stopped by a signal; what has finished is kept, the "
        "same command goes on from there\n";
    ssize_t n = write(STDERR_FILENO, message, sizeof message - 1);

    (void)n;
    _exit(128 + signal);
}

/* Says once that results of full size will carry the mark of a build that nobody can make again. */
static void warn_dirty(const struct sweep *s, int preset, const char *root)
{
    int to_do = 0;

    for (int i = 0; i < s->trials; i++)
        to_do += pool_state(s, root, i) != STATE_DONE;
    if (preset == PRESET_PAPER && to_do && source_is_dirty(source_commit()))
        warning(
            "this build has changes that its commit has not (%s), and its results will say so: for results "
            "that others can make again, commit, build and run again with --force",
            source_commit());
}

/* Trials that are timed share their core with nobody. */
static int check_exclusive(const struct sweep *s, const struct run_options *o)
{
    const char *name = s->plan->name;
    bool any = false;
    double load;

    if (!s->plan->exclusive)
        return EXIT_DONE;
    if (o->pool.jobs > 1)
        return usage_error("run", "%s times its trials, one at a time: leave out --jobs", name);
    for (int i = 0; i < s->trials; i++)
        any |= pool_state(s, o->pool.root, i) != STATE_DONE;
    if (any && getloadavg(&load, 1) == 1 && load > 0.5)
        warning("other work runs on this machine (load %.1f), which will show in the times of %s",
                load, name);
    return EXIT_DONE;
}

static int run_sweep(const struct sweep *s, const struct run_options *o)
{
    struct pool_outcome outcome;

    if (o->dry_run) {
        print_trials(s, o->pool.root, o->json);
        return EXIT_DONE;
    }
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    if (check_trials(s, o->pool.root) || pool_run(s, &o->pool, &outcome))
        return EXIT_FAILED;
    if (!o->pool.quiet)
        fprintf(stderr, "%s: %d trials: %d finished now, %d before, %d failed\n", s->plan->name,
                s->trials, outcome.finished, outcome.skipped, outcome.failed);
    if (outcome.signal) {
        error(
            "stopped by signal %d; what has finished is kept, the same command goes on from there",
            outcome.signal);
        return outcome_code(&outcome);
    }
    if (outcome.finished + outcome.skipped > 0 && finish(s, o))
        return EXIT_FAILED;
    return outcome_code(&outcome);
}

/* As many trials at a time as keep every core busy. */
static int default_jobs(int threads)
{
    int cores = (int)sysconf(_SC_NPROCESSORS_ONLN);

    return cores > threads ? cores / threads : 1;
}

/* Runs the trials of the preset with the overrides. */
static int run_preset(struct run_options *o, char *const *overrides, int count)
{
    struct sweep s;
    int code;

    if (experiment_expand(&s, o->experiment, o->preset, overrides, count, o->seeds))
        return EXIT_USAGE;
    if (o->pool.jobs == 0)
        o->pool.jobs = s.plan->exclusive ? 1 : default_jobs(s.execution.threads);
    code = merge_mark(&s, o->pool.root) ? EXIT_FAILED : EXIT_DONE;
    if (code == EXIT_DONE && !o->dry_run)
        code = check_exclusive(&s, o);
    if (code == EXIT_DONE && !o->dry_run)
        warn_dirty(&s, o->preset, o->pool.root);
    if (code == EXIT_DONE)
        code = run_sweep(&s, o);
    sweep_clear(&s);
    return code;
}

static int run(int argc, char **argv)
{
    struct run_options o = {.preset_name = "paper", .pool = {.root = "."}};
    const struct flag flags[] = {
        {"--preset", NULL, FLAG_TEXT, &o.preset_name},
        {"--seeds", NULL, FLAG_TEXT, &o.seeds},
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
    int words = parse_flags(argc, argv, flags), code = EXIT_USAGE;
    struct experiment *e;

    if (words < 0)
        return EXIT_USAGE;
    if (words < 2)
        return usage_error("run", "which experiment? normlab list experiments shows them");
    if (!*o.pool.root)
        return usage_error("run", "--out: which folder? '.' is this one");
    if (o.json && !o.dry_run)
        return usage_error("run", "--json goes with --dry-run; for results see normlab export");
    o.experiment = e = find_experiment("run", argv[1]);
    if (e && (o.preset = find_preset("run", e, o.preset_name)) >= 0)
        code = run_preset(&o, argv + 2, words - 2);
    experiment_free(e);
    return code;
}

const struct command command_run = {
    "run",
    "run an experiment's trials, merge them, draw its figures, say what was found",
    "usage: normlab run EXPERIMENT [KEY=VALUE[,VALUE]...] [OPTION]...\n\n"
    "Finished trials are skipped, so the same command goes on where an earlier one stopped: those with\n"
    "a file in DIR/results/EXPERIMENT/ and those whose row DIR/results/EXPERIMENT.h5 holds. That file\n"
    "keeps all its rows and gains those of the run (normlab merge --help).\n\n"
    "Shown are the trials with the preset's settings, or with those that you ask for; claims are about\n"
    "the preset's own. Where the file has trials of the paper preset, text and figures of another are\n"
    "EXPERIMENT.PRESET.txt and plots/EXPERIMENT.PRESET/. Runs on generated data, as of the smoke\n"
    "presets, have files of their own: EXPERIMENT.generated.h5 and so on.\n\n"
    "KEY=VALUE replaces the preset's value of a key (normlab list keys); commas make a grid;\n"
    "panel=NAME chooses among an experiment's panels. threads=K gives each trial K cores, for a few\n"
    "large ones; results are the same bit by bit.\n\n"
    "  --preset NAME    smoke, demo or paper [paper]\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9\n"
    "  -j, --jobs N     trials at a time [cores / threads]\n"
    "  -n, --dry-run    print the trials, run none\n"
    "  --json           with -n: as JSON\n"
    "  --force          run finished trials again, in place of what is there\n"
    "  --retry-failed   run again what failed in an earlier run\n"
    "  --fail-fast      start no more trials after a failure\n"
    "  --no-plot        draw no figures\n"
    "  --term           show the first figure in the terminal, too\n"
    "  -q, --quiet      no progress\n"
    "  --out DIR        folder that gets results/ and plots/ [.]\n\n"
    "example: normlab run batch_size batch=2,32 norm=batchnorm,layernorm --preset demo --seeds 0-2\n",
    run,
};
