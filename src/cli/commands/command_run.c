#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "base/system/cores.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "data/data.h"
#include "experiments/experiment.h"
#include "figures/draw.h"
#include "report/summary.h"
#include "sweep/merge.h"
#include "sweep/runs/shard.h"
#include "sweep/runs/workers.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct run_options {
    int preset;
    bool dry_run, json, no_plot, no_train, term, check_data;
    struct shard shard; /* the share of the trials that this run takes; shard.of == 0: all */
    struct pool_options pool;
    const struct experiment *experiment;
};

/* Returns the command that runs one trial, ready for a shell; the caller frees it. */
static char *trial_command(const struct config *c)
{
    struct text line = {0};

    text_adds(&line, "normlab trial");
    for (int i = 0; i < c->count; i++) {
        char *pair = format_new("%s=%s", c->item[i].key, c->item[i].value);

        text_adds(&line, " ");
        text_add_shell(&line, pair);
        free(pair);
    }
    return line.s;
}

static void print_trials(const struct sweep *s, const char *root, bool json)
{
    static const char *const state[] = {"to do", "done", "failed"};
    struct listing l = {.json = json};
    struct survey v;

    survey_init(&v, s, root);
    for (int i = 0; i < s->trials; i++) {
        const struct config *c = &s->trial[i].config;

        listing_line(&l);
        listing_text(&l, "key", s->trial[i].key, 16);
        listing_text(&l, "state", state[v.state[i]], 6);
        for (int a = 0; a <= s->axes; a++) {
            const char *name = a < s->axes ? s->axis[a] : "seed", *value = config_get(c, name);
            const char *quote = value && strchr(value, ' ') ? "\"" : "";
            char *pair = format_new("%s=%s%s%s", name, quote, value ? value : "", quote);

            listing_text(&l, name, !json ? pair : value ? value : "", 0);
            free(pair);
        }
        if (json) {
            char *command = trial_command(c);

            listing_json(&l, "command", command);
            free(command);
        }
        listing_line_end(&l);
    }
    listing_end(&l);
    survey_clear(&v);
    fprintf(stderr, "%d trial%s\n", s->trials, plural(s->trials));
}

/* Returns the processor seconds of a trial's training steps; 0: not known. They are limited to the seconds that the trial
 * lasted, because steps of several threads may take more processor time than that. */
static double steps_s(const struct trial_result *r)
{
    const double *curve = r->curve[METRIC_train_seconds];
    int p = r->points;

    while (curve && p > 0 && !isfinite(curve[p]))
        p--;
    return curve && isfinite(curve[p]) ? fmin(curve[p], r->seconds) : 0;
}

/* Prints how long the trials lasted, all together, and which part of that is training steps. */
static void print_time(const struct results *r)
{
    double all = 0, steps = 0;

    for (int i = 0; i < r->records; i++)
        if (r->record[i].result.seconds > 0) {
            all += r->record[i].result.seconds;
            steps += steps_s(&r->record[i].result);
        }
    if (all > 0)
        number_print(stdout,
                     "Time\n  %.2f hours of trials; training steps are %.0f %% of it, the rest is "
                     "evaluation, probes, set-up, and waiting for a core\n\n",
                     all / 3600, 100 * steps / all);
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

/* True when another run has replaced the merged file since stat() filled `before`. */
static bool merged_anew(const char *path, const struct stat *before)
{
    struct stat now;

    return stat(path, &now) == 0 &&
           (now.st_ino != before->st_ino || now.st_mtim.tv_nsec != before->st_mtim.tv_nsec);
}

/* Merges the finished trials, draws the figures and writes the summaries. Repeats this when another run merged in the
 * meantime, so that summaries and figures agree with the merged file. study: zero, or a study, which is closed. Returns
 * 0, or -1 after a message. study->plan is NULL when the trials could not be merged; otherwise study_close() frees. */
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
    print_time(&study.selection.shown);
    print_files(&study, o->experiment);
    study_close(&study);
    return bad;
}

/* Warns, when some trials are still to do, in two cases: the experiment measures times while the machine has other
 * work, or trials of the main preset are run by a build with uncommitted changes, which nobody else can build again. */
static void warn_before(const struct sweep *s, const struct run_options *o)
{
    struct survey v;
    double load;
    bool any;

    survey_init(&v, s, o->pool.root);
    any = v.count[STATE_DONE] < s->trials;
    survey_clear(&v);
    if (any && s->plan->exclusive && getloadavg(&load, 1) == 1 && load > 0.5)
        warning("other work runs on this machine (load %.1f), which will show in the times of %s",
                load, s->plan->name);
    if (any && o->preset == plan_main(s->plan) && source_is_dirty(source_commit()))
        warning(
            "this build has changes that its commit has not (%s), and its results will say so: for "
            "results that others can make again, commit, build and run again with --force",
            source_commit());
}

/* For --no-train: merges and draws what has finished, and says what is missing. Returns an exit code. */
static int finish_only(const struct sweep *s, const struct run_options *o)
{
    struct survey v;
    int done, bad;

    survey_init(&v, s, o->pool.root);
    done = v.count[STATE_DONE];
    bad = done && finish(s, o);
    if (!bad && done < s->trials)
        error("%s: of %d trial%s %d %s missing and %d %s failed; normlab status %s shows them",
              s->plan->name, s->trials, plural(s->trials), v.count[STATE_MISSING],
              v.count[STATE_MISSING] == 1 ? "is" : "are", v.count[STATE_FAILED],
              v.count[STATE_FAILED] == 1 ? "has" : "have", s->plan->typed);
    survey_clear(&v);
    return bad ? EXIT_FAILED : done < s->trials ? EXIT_PARTIAL : EXIT_DONE;
}

/* Compares the caches of all data sets of the sweep with what their files hold. Returns 0, or -1 after a message. */
static int check_data(const struct sweep *s)
{
    struct list sets = {0};
    bool renewed;
    int r = 0;

    for (int i = 0; i < s->trials; i++)
        list_add_new(&sets, config_get(&s->trial[i].config, "data"));
    for (int i = 0; i < sets.count && r == 0; i++) {
        r = data_check(sets.item[i], &renewed);
        if (r == 0 && renewed)
            warning(
                "data=%s: its cache held other data than its files and is made anew; trials that used it are "
                "suspect: --force runs them again",
                sets.item[i]);
    }
    list_clear(&sets);
    return r;
}

static int run_sweep(const struct sweep *s, const struct run_options *o)
{
    struct pool_outcome outcome;
    int code;

    if (o->check_data && check_data(s))
        return EXIT_FAILED;
    warn_before(s, o);
    exit_on_signals(); /* for the time before and after pool_run(), which has its own handlers */
    code = run_trials(s, &o->pool, &outcome);
    if (code != EXIT_DONE)
        return code;
    if (o->shard.of && !o->pool.quiet)
        fprintf(stderr, "%s: share %d/%d has ended; when all have: normlab merge %s\n",
                s->plan->name, o->shard.number, o->shard.of, s->plan->typed);
    if (!o->shard.of && pool_has_results(&outcome) && finish(s, o))
        return EXIT_FAILED;
    return outcome.failed ? EXIT_PARTIAL : EXIT_DONE;
}

/* Removes from the sweep the trials that are not in the share of --shard, and prints how many are left. costs: the file
 * of --costs, or NULL. Returns 0, or -1 after a message. */
static int take_share(struct sweep *s, const struct run_options *o, const char *costs)
{
    int all = s->trials;
    double cost = 0, own = 0;

    if (costs && shard_costs(s, costs) < 0)
        return -1;
    for (int i = 0; i < all; i++)
        cost += s->trial[i].cost;
    shard_keep(s, &o->shard);
    for (int i = 0; i < s->trials; i++)
        own += s->trial[i].cost;
    if (o->shard.of)
        number_print(
            stderr, "%s: share %d/%d%s%s: %d of %d trial%s, %.0f %% of the estimated time\n",
            s->plan->name, o->shard.number, o->shard.of, o->shard.from ? " from " : "",
            o->shard.from ? o->shard.from : "", s->trials, all, plural(all), 100 * own / cost);
    return 0;
}

static int run(int argc, char **argv)
{
    struct run_options o = {.pool = {.root = "."}};
    const char *preset = NULL, *seeds = NULL, *shard = NULL, *costs = NULL;
    bool share = false, test_samples = false;
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
        {"--no-train", NULL, FLAG_BOOL, &o.no_train},
        {"--term", NULL, FLAG_BOOL, &o.term},
        {"--quiet", "-q", FLAG_BOOL, &o.pool.quiet},
        {"--out", NULL, FLAG_TEXT, &o.pool.root},
        {"--shard", NULL, FLAG_TEXT, &shard},
        {"--costs", NULL, FLAG_TEXT, &costs},
        {"--share", NULL, FLAG_BOOL, &share},
        {"--check-data", NULL, FLAG_BOOL, &o.check_data},
        {"--test-samples", NULL, FLAG_BOOL, &test_samples},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER, WHICH_EXPERIMENT);
    struct experiment *e = find_experiment("run", argv[1]);
    struct sweep s;
    int code;

    if (!*o.pool.root)
        die_usage("run", "--out: which folder? '.' is this one");
    if (!o.json)
        output_wrap();
    if (o.json && !o.dry_run)
        die_usage("run", "--json goes with --dry-run; for results see normlab export");
    if (costs && !shard)
        die_usage("run", "--costs goes with --shard");
    if (o.no_train && (shard || o.pool.force || o.pool.retry_failed || o.check_data))
        die_usage("run",
                  "--no-train goes with none of --shard, --force, --retry-failed and --check-data");
    if (o.term && (o.no_plot || shard))
        die_usage("run", "--term goes with none of --no-plot and --shard");
    if (share && shard)
        die_usage("run", "--share and --shard exclude each other; give one");
    if (shard && shard_parse(&o.shard, shard))
        return EXIT_USAGE;
    if (test_samples)
        experiment_take_test_samples(e);
    o.experiment = e;
    o.preset = preset ? find_preset("run", e, preset) : plan_main(&e->plan);
    if (e->plan.exclusive && o.pool.jobs > 1)
        die_usage("run", "%s times its trials, one at a time: leave out --jobs", e->plan.name);
    code = experiment_expand(&s, e, o.preset, argv + 2, words - 1, seeds) ? EXIT_USAGE : EXIT_DONE;
    if (o.pool.jobs == 0 && !e->plan.exclusive && code == EXIT_DONE)
        o.pool.jobs = cores_available() / s.execution.threads;
    if (o.pool.jobs < 1)
        o.pool.jobs = 1;
    if (code == EXIT_DONE && take_share(&s, &o, costs))
        code = EXIT_FAILED;
    if (code == EXIT_DONE && merge_mark(&s, o.pool.root))
        code = EXIT_FAILED;
    if (code == EXIT_DONE && o.dry_run)
        print_trials(&s, o.pool.root, o.json);
    else if (code == EXIT_DONE)
        code = o.no_train ? finish_only(&s, &o) : run_sweep(&s, &o);
    sweep_clear(&s);
    shard_clear(&o.shard);
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
    "between them, make a grid. panel=NAME selects among the experiment's panels; with net=, a new NAME is\n"
    "the panel of your own net. threads=K gives each trial K cores, which helps with a few large trials;\n"
    "the results are the same, bit for bit.\n\n"
    "A trial that runs longer than checkpoint=10 minutes leaves a checkpoint, KEY.state, in\n"
    "DIR/results/EXPERIMENT/, and goes on from it with the same bits. On SIGUSR1 or SIGUSR2 no trial is\n"
    "started, the running ones leave a checkpoint, and the exit code is 75: run the same command again.\n\n"
    "Several runs in one folder, on one machine or on many, share the trials: each takes a lease on a\n"
    "trial before it starts it (docs/clusters.md). Each ends when all trials are done. With --shard, a\n"
    "task of a cluster runs only its share; it merges and draws nothing, which normlab merge and plot do\n"
    "at the end. auto takes I and N from Slurm, Grid Engine, HyperQueue or MPI, and auto/N only I.\n\n"
    "  --preset NAME    smoke, demo, paper, or another that the experiment has [its last]\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9\n"
    "  -j, --jobs N     trials at a time [cores / threads; the cores that this process may use]\n"
    "  -n, --dry-run    print the trials, run none\n"
    "  --json           with -n: as JSON, with the command that runs each trial alone\n"
    "  --force          run trials again that are done, and replace their results\n"
    "  --retry-failed   run trials again whose configuration an earlier run found wrong\n"
    "  --fail-fast      start no more trials after one has failed\n"
    "  --no-plot        draw no figures\n"
    "  --no-train       run no trials: merge and draw those that have finished\n"
    "  --term           also show the first figure in the terminal\n"
    "  --share          share the trials with other runs in the folder; the default\n"
    "  --shard I/N      run share I of N, as 3/10, or auto, or auto/N\n"
    "  --costs FILE     with --shard: balance the shares by the times in a merged file, which must be the\n"
    "                   same for all shares; without it, by an estimate\n"
    "  --check-data     before the first trial decode the data sets again and compare with their caches,\n"
    "                   which are trusted otherwise while the sets' files keep their sizes and times\n"
    "  --test-samples   intervals of claims in the summary also take the choice of the test samples in, where\n"
    "                   trials have test_mistakes=1 (normlab claims --help)\n"
    "  -q, --quiet      show no progress\n"
    "  --out DIR        folder for results/ and plots/ [.]\n\n"
    "example: normlab run batch_size batch=2,32 norm=batchnorm,layernorm --preset demo --seeds 0-2\n",
    run,
};
