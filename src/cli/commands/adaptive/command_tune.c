#include "base/arena.h"
#include "base/error.h"
#include "base/formats/values.h"
#include "base/list.h"
#include "base/system/cores.h"
#include "cli/command.h"
#include "cli/commands/adaptive/tune_output.h"
#include "experiments/experiment.h"
#include "sweep/merge.h"
#include "sweep/runs/workers.h"
#include "train/trial.h"
#include <stdlib.h>
#include <string.h>

struct tune_options {
    const char *preset, *seeds, *key;
    int rounds;
    bool dry_run;
    struct pool_options pool;
};

/* The sweep whose key is tuned, with all that it points to. */
struct tuned {
    struct experiment *e; /* NULL: the words are the keys of a trial */
    struct plan plan;
    struct config given; /* the words KEY=VALUE[,VALUE]..., and the default norm */
    struct list word;    /* the same as texts */
    struct text block;   /* the block of the plan, when there is no experiment */
    char *results; /* NAME of the files of the sweep as normlab run would train it (sweep_name()) */
    struct sweep sweep; /* its name is that of the files of the tuning: NAME.tune */
};

/* ---- what is tuned ---- */

static bool is_seed(const char *key)
{
    return strcmp(key, "seed") == 0 || strcmp(key, "seeds") == 0;
}

/* Adds norm=batchnorm to the words when the net needs a norm and none is given. */
static void add_default_norm(struct tuned *d)
{
    struct config first = {0}; /* the first value of each key */
    const char *norm;

    for (int i = 0; i < d->given.count; i++) {
        struct list values = {0};

        values_split(&values, d->given.item[i].value);
        config_set(&first, d->given.item[i].key, values.item[0]);
        list_clear(&values);
    }
    set_default_norm(&first, config_get(&first, "net"));
    norm = config_get(&first, "norm");
    if (norm && !config_get(&d->given, "norm")) {
        char *word = format_new("norm=%s", norm);

        config_set(&d->given, "norm", norm);
        list_add(&d->word, word);
        free(word);
    }
    config_clear(&first);
}

/* Makes a plan whose only block is the words. Its trials are named as those of an experiment called trial. */
static void plan_trial(struct tuned *d)
{
    add_default_norm(d);
    for (int i = 0; i < d->given.count; i++) {
        const struct config_item *item = &d->given.item[i];

        if (is_seed(item->key) || option_find(execution_keys, item->key))
            continue;
        text_adds(&d->block, d->block.length ? " " : "");
        config_print_pair(item->key, item->value, &d->block);
    }
    d->plan = (struct plan){
        .name = "trial",
        .typed = "trial",
        .version = 1,
        .axis = {config_get(&d->given, "norm") ? "norm" : NULL},
        .preset = {{.name = "trial", .seeds = "0-2", .common = "", .block = {text_str(&d->block)}}},
    };
}

/* Expands the trials that the words ask for. experiment: its name, or NULL, and the words are the keys of a trial.
 * Prints a message and exits when they are wrong. */
static void open_sweep(struct tuned *d, const char *experiment, char *const *word, int words,
                       const struct tune_options *o)
{
    int preset = 0, bad;

    parse_pairs(&d->given, word, words);
    for (int i = 0; i < words; i++)
        list_add(&d->word, word[i]);
    if (experiment) {
        d->e = find_experiment("tune", experiment);
        preset = o->preset ? find_preset("tune", d->e, o->preset) : plan_main(&d->e->plan);
        d->plan = d->e->plan;
        d->plan.exclusive = false; /* no times are compared */
        bad = experiment_expand(&d->sweep, d->e, preset, d->word.item, d->word.count, o->seeds);
    } else {
        plan_trial(d);
        bad = sweep_expand(&d->sweep, &d->plan, 0, d->word.item, d->word.count, o->seeds);
    }
    if (bad)
        exit(EXIT_USAGE);
    d->sweep.plan = &d->plan;
    d->results = d->sweep.name;
    d->sweep.name = format_new("%s" TUNE_SUFFIX, d->results);
}

static void close_sweep(struct tuned *d)
{
    sweep_clear(&d->sweep);
    free(d->results);
    text_clear(&d->block);
    list_clear(&d->word);
    config_clear(&d->given);
    experiment_free(d->e);
}

/* Returns the key to tune when --key does not name it. That is lr, unless the words give several values of one other
 * key that is no axis of the experiment. Exits after a message when there are several such keys and lr is not among
 * them. */
static const char *choose_key(const struct tuned *d)
{
    struct list several = {0};
    const char *key = "lr";

    for (int i = 0; i < d->given.count; i++) {
        const struct config_item *item = &d->given.item[i];
        struct list values = {0};

        values_split(&values, item->value);
        if (values.count > 1 && !is_seed(item->key) && !plan_has_axis(&d->plan, item->key)) {
            list_add(&several, item->key);
            key = item->key;
        }
        list_clear(&values);
    }
    if (list_has(&several, "lr"))
        key = "lr";
    else if (several.count > 1)
        die_usage("tune", "which key is to be tuned? --key names it: one of %s",
                  list_join(&several, ", "));
    list_clear(&several);
    return key;
}

/* ---- running ---- */

/* Runs the trials of the round that `left` others follow, merges them and scores the values. Returns an exit code. Sets
 * *failed to true when trials failed. */
static int run_round(struct tune *t, int left, const struct tune_options *o, bool *failed)
{
    struct pool_outcome outcome = {0};
    struct results r = {0};
    struct sweep round;
    int code;

    tune_round(t, left, false, &round);
    if (round.trials && !o->pool.quiet)
        tune_print_round(t, left, &round);
    code = round.trials == 0                  ? EXIT_DONE
           : merge_mark(&round, o->pool.root) ? EXIT_FAILED
                                              : run_trials(&round, &o->pool, &outcome);
    *failed = *failed || outcome.failed;
    if (code == EXIT_DONE && round.trials) {
        if (!pool_has_results(&outcome)) /* every trial failed, and has said why */
            code = EXIT_PARTIAL;
        else if (merge_update(round.plan, o->pool.root, round.name, &round, whole_command_line, &r))
            code = EXIT_FAILED;
    }
    if (code == EXIT_DONE)
        tune_score(t, left, &round, &r);
    results_clear(&r);
    sweep_clear(&round);
    return code;
}

static int run_rounds(struct tune *t, const struct tune_options *o, const struct tune_request *q)
{
    bool failed = false;
    int code = EXIT_DONE;

    exit_on_signals(); /* for the time between rounds */
    for (int left = t->rounds - 1; left >= 0 && code == EXIT_DONE; left--)
        code = run_round(t, left, o, &failed);
    if (code != EXIT_DONE)
        return code;
    tune_print_best(t, q);
    return failed ? EXIT_PARTIAL : EXIT_DONE;
}

/* Reads the results from which times are estimated: the trials of earlier tunings, or, without any, the sweep's own.
 * Returns 0, or -1 after a message. */
static int read_known(const struct tuned *d, const char *root, struct results *known)
{
    bool there;

    if (merge_read(&d->plan, root, d->sweep.name, known, &there))
        return -1;
    return there ? 0 : merge_read(&d->plan, root, d->results, known, &there);
}

static int print_plan(struct tune *t, const struct tuned *d, const struct tune_request *q)
{
    struct results known = {0};
    int bad = read_known(d, q->root, &known) || tune_print_plan(t, q, &known);

    results_clear(&known);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

static int run(int argc, char **argv)
{
    struct tune_options o = {.rounds = 1024, .pool = {.root = "."}};
    bool json = false;
    const struct flag flags[] = {
        {"--key", NULL, FLAG_TEXT, &o.key},
        {"--preset", NULL, FLAG_TEXT, &o.preset},
        {"--seeds", NULL, FLAG_TEXT, &o.seeds},
        {"--rounds", NULL, FLAG_INT, &o.rounds},
        {"--jobs", "-j", FLAG_INT, &o.pool.jobs},
        {"--dry-run", "-n", FLAG_BOOL, &o.dry_run},
        {"--json", NULL, FLAG_BOOL, &json},
        {"--retry-failed", NULL, FLAG_BOOL, &o.pool.retry_failed},
        {"--quiet", "-q", FLAG_BOOL, &o.pool.quiet},
        {"--out", NULL, FLAG_TEXT, &o.pool.root},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER,
                                "which experiment, or which keys of a trial?");
    const char *experiment = strchr(argv[1], '=') ? NULL : argv[1];
    struct tuned d = {0};
    struct tune_request q = {experiment, o.preset, o.pool.root, NULL, 0, json};
    struct tune t;
    int code;

    if (!*o.pool.root)
        die_usage("tune", "--out: which folder? '.' is this one");
    if (o.preset && !experiment)
        die_usage("tune", "--preset goes with an experiment");
    open_sweep(&d, experiment, argv + (experiment ? 2 : 1), words - (experiment ? 1 : 0), &o);
    q.word = d.word.item;
    q.words = d.word.count;
    if (o.pool.jobs == 0)
        o.pool.jobs = cores_available() / d.sweep.execution.threads;
    if (o.pool.jobs < 1)
        o.pool.jobs = 1;
    if (tune_init(&t, &d.sweep, o.key ? o.key : choose_key(&d), o.rounds)) {
        code = EXIT_USAGE;
    } else {
        if (t.one_value)
            warning("%d of %d cells %s one value of %s and %s left out", t.one_value,
                    t.one_value + t.cells, t.one_value == 1 ? "has" : "have", t.key,
                    t.one_value == 1 ? "is" : "are");
        code = o.dry_run ? print_plan(&t, &d, &q) : run_rounds(&t, &o, &q);
        tune_clear(&t);
    }
    close_sweep(&d);
    return code;
}

const struct command command_tune = {
    "tune",
    "find the best value of a key, as lr, for each norm by validation error",
    "usage: normlab tune EXPERIMENT [KEY=VALUE[,VALUE]...] [OPTION]...\n"
    "       normlab tune KEY=VALUE[,VALUE]... [OPTION]...\n\n"
    "Trains several values of one key for each norm, and for each value of the experiment's other axes, and\n"
    "says which is best on validation samples (val_fraction, or a fifth of the training samples). Not all\n"
    "values are trained in full: by successive halving the first round trains all for few epochs, the better\n"
    "third goes on with three times as many, and the last round trains two or three values in full. The\n"
    "tuned key is lr, or else the only key with several values that is no axis; KEY=VALUE is as for normlab\n"
    "run, or, without an experiment, as for normlab trial.\n\n"
    "Trials are those of a sweep, in DIR/results/EXPERIMENT.tune/ (trial.tune without an experiment): the\n"
    "same command goes on after a stop, and several runs share a folder. They are merged in a file of that\n"
    "name, apart from the experiment's results.\n\n"
    "  --key KEY        the key to tune\n"
    "  --preset NAME    smoke, demo, paper, or another that the experiment has [its last]\n"
    "  --seeds LIST     as 0-4 or 0,2,5-9 [those of the preset; without an experiment 0-2]\n"
    "  --rounds N       at most N rounds; 1 trains all values in full\n"
    "  -j, --jobs N     trials at a time [cores / threads; the cores that this process may use]\n"
    "  -n, --dry-run    print the rounds and what they cost, run none\n"
    "  --json           as JSON, with every value and the command to go on\n"
    "  --retry-failed   run trials again whose configuration an earlier run found wrong\n"
    "  -q, --quiet      show no progress\n"
    "  --out DIR        folder for results/ [.]\n\n"
    "The interval is the 95 % interval of the mean validation error over seeds. The test error had no part in\n"
    "the choice.\n\n"
    "example: normlab tune data=synthetic norm=none,batchnorm lr=0.001,0.01,0.1,1 epochs=3\n",
    run,
};
