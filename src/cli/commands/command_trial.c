#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/system/process.h"
#include "base/system/ranks.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "experiments/experiment.h"
#include "store/hdf5/h5.h"
#include "store/saved/checkpoint.h"
#include "store/saved/net_file.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/live_curve.h"
#include "sweep/sweep.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The columns of the table that `normlab trial` prints. A set of them is an int with bit k for columns[k]. */
static const struct {
    const char *name;
    enum metric metric;
    int width;
    const char *format;
} columns[] = {
    {"train_loss", METRIC_train_loss, 10, "%.4f"}, {"train_error", METRIC_train_error, 11, "%.2f"},
    {"val_error", METRIC_val_error, 9, "%.2f"},    {"test_loss", METRIC_test_loss, 9, "%.4f"},
    {"test_error", METRIC_test_error, 10, "%.2f"}, {"grad_norm", METRIC_grad_norm, 9, "%.3g"},
    {"step_ms", METRIC_step_ms, 7, "%.3f"},
};
#define COLUMNS (sizeof columns / sizeof *columns)

/* Returns the number of blanks between the columns of the set `shown`: two, or one where the terminal has no room for
 * two. */
static int gap_between(int shown)
{
    int wide = 7, fields = 0, most = output_columns(); /* 7: the column of epochs */

    for (size_t k = 0; k < COLUMNS; k++)
        if (shown & 1 << k) {
            wide += columns[k].width;
            fields++;
        }
    return most && wide + 2 * fields > most ? 1 : 2;
}

/* Prints a field of the table, in a new line below the first where the terminal has no room for it. *used: how many
 * columns of the terminal the line has taken. */
static void print_field(int *used, int gap, int width, const char *text)
{
    int most = output_columns();

    if (most && *used + gap + width > most)
        *used = printf("\n%7s", "") - 1;
    *used += printf("%*s", gap + width, text);
}

/* Prints a line of the table, and before the first one the headings. context: int *, the set of columns to print. A
 * metric without a value is "-", as those of training before the first step. */
static void print_point(void *context, const struct trial_result *r, int point)
{
    int shown = *(int *)context, gap = gap_between(shown), used = 7;

    if (point == 0) {
        printf("  epoch");
        for (size_t k = 0; k < COLUMNS; k++)
            if (shown & 1 << k)
                print_field(&used, gap, columns[k].width, columns[k].name);
        printf("\n");
    }
    number_print(stdout, "%7.6g", trial_epochs_at(r, point));
    used = 7;
    for (size_t k = 0; k < COLUMNS; k++) {
        double value = r->curve[columns[k].metric][point];
        char cell[32] = "-";

        if (isfinite(value))
            number_format(cell, sizeof cell, columns[k].format, value);
        if (shown & 1 << k)
            print_field(&used, gap, columns[k].width, cell);
    }
    printf("\n");
    fflush(stdout);
}

/* Returns the set of columns to print: all, but val_error only when the trial has validation samples. */
static int shown_columns(const struct config *config)
{
    const char *fraction = config_get(config, "val_fraction");
    int shown = 0;

    for (size_t k = 0; k < COLUMNS; k++)
        if (columns[k].metric != METRIC_val_error || (fraction && number_parse(fraction, NULL) > 0))
            shown |= 1 << k;
    return shown;
}

/* What the worker of a sweep reports while it trains: a note for the run that started it, and its curves. */
struct worker_report {
    /* the descriptor of a file in memory, which the parent process, `normlab run`, reads; 0: the user started the
     * trial */
    int note;
    const struct config *config;
    struct curve_writer curve;
};

/* Reports a point. context: struct worker_report *. */
static void report_point(void *context, const struct trial_result *r, int point)
{
    struct worker_report *w = context;
    char note[NOTE_BYTES] = "";

    number_format(note, sizeof note, "epoch %g of %g", trial_epochs_at(r, point),
                  trial_epochs_at(r, r->points));
    curve_writer_add(&w->curve, w->config, r, point);
    if (pwrite(w->note, note, sizeof note, 0) < 0)
        return; /* nothing to do: the note is only for `normlab status` */
}

/* Finds the experiment to which the trial file belongs. text: the name of an experiment; or NAME:VERSION, and then
 * no experiment of this name needs to exist. The returned plan has only a name and a version. *name becomes the
 * plan's name, a new string, which the caller frees. */
static struct plan read_owner(const char *text, char **name)
{
    const char *colon = strrchr(text, ':');
    struct plan owner = {0};
    struct experiment *e;

    if (colon && colon[1] && !colon[1 + strspn(colon + 1, "0123456789")]) {
        *name = xstrndup(text, (size_t)(colon - text));
        owner.version = atoi(colon + 1);
    } else {
        e = find_experiment("trial", text);
        *name = xstrdup(e->plan.name);
        owner.version = e->plan.version;
        experiment_free(e);
    }
    owner.name = *name;
    return owner;
}

/* Where the result of a trial and its net are written, and under which key. */
struct output {
    const char *path;         /* of the trial file; NULL: the result is only printed */
    const struct plan *owner; /* the experiment that read_owner() returned; NULL: none */
    struct record record;     /* key, seed and complete configuration of the trial */
    bool keeps_state;         /* the checkpoint stays when the trial has ended (--keep-state) */
    struct net_files nets;    /* the nets that it loads and saves */
};

/* Fills the record from a user's configuration, which parse_trial() has checked. */
static void identify(struct output *o, const struct config *config)
{
    const struct plan none = {.name = "trial"};
    struct text why = {0};

    trial_complete(config, &o->record.config, &why);
    o->record.seed = strtol(config_get(&o->record.config, "seed"), NULL, 10);
    trial_key(o->owner ? o->owner : &none, &o->record.config, o->record.key);
    text_clear(&why);
}

/* Prepares the checkpoint of the trial. Its key is that of the trial with epochs=0, so that a longer trial finds it. */
static void init_checkpoint(struct checkpoint *c, const struct output *o)
{
    const struct plan none = {.name = "trial"};
    const struct config *own = &o->record.config;
    struct config stem = {0};
    char key[TRIAL_KEY];

    config_merge(&stem, own);
    config_set(&stem, "epochs", "0");
    trial_key(o->owner ? o->owner : &none, &stem, key);
    checkpoint_init(c, o->path, key, atoi(config_get(own, "epochs")));
    c->bound = trial_bound_to_epochs(own);
    config_clear(&stem);
}

/* Writes the result to the trial file. Returns 0, or another value after a message. */
static int write_file(struct output *o, const struct trial_result *result)
{
    struct config provenance = {0};
    struct record record = o->record;
    char *threads = format_new("%d", result->threads), *ranks = format_new("%d", result->ranks);
    int r;

    provenance_collect(&provenance, whole_command_line);
    config_set(&provenance, "threads", threads);
    if (result->ranks > 1)
        config_set(&provenance, "ranks", ranks);
    record.result = *result;
    if (!o->owner)
        record.key[0] = '\0';
    r = store_trial_write(o->path, o->owner ? o->owner->name : "trial",
                          o->owner ? o->owner->version : 0, &record, &provenance);
    config_clear(&provenance);
    free(threads);
    free(ranks);
    return r;
}

static bool asked_to_stop(void *context)
{
    (void)context;
    return process_asked_to_stop();
}

static void print_end(const struct trial_result *r, const struct checkpoint *c,
                      const struct net_files *nets)
{
    if (r->status != TRIAL_DONE)
        printf("%s: %s\n", trial_status_name[r->status], r->message);
    if (r->status != TRIAL_REFUSED)
        number_print(stdout, "%.0f parameter%s, %.0f step%s, %.1f s, peak %.0f MiB\n",
                     r->parameters, plural(r->parameters), r->steps, plural(r->steps), r->seconds,
                     r->peak_bytes / 0x1p20);
    if (r->ranks > 1)
        number_print(stdout, "%d processes, which spent %.1f s on exchanges\n", r->ranks,
                     r->exchange_seconds);
    if (c->restored)
        printf("went on from a checkpoint\n");
    if (c->saved_ms > 0)
        number_print(stdout, "the last checkpoint took %.1f ms\n", c->saved_ms);
    if (nets->saved)
        printf("saved the net to %s\n", nets->to);
}

static const int exit_code_of[] = {
    [TRIAL_DONE] = EXIT_DONE, [TRIAL_REFUSED] = EXIT_REFUSED, [TRIAL_DIVERGED] = EXIT_DIVERGED};

/* Runs a trial. Saves checkpoints only when the result goes to a file and there is one rank: several ranks would
 * have to save and restore the same step. note: as in struct worker_report. Returns an exit code. */
static int run_trial(const struct config *config, struct output *o, bool quiet, int note)
{
    struct checkpoint c = {0};
    struct trial_result result;
    int shown = shown_columns(config);
    struct worker_report report = {.note = note, .config = &o->record.config};
    bool keeps = o->path && ranks_count() == 1;
    const struct trial_keeper keeper = {
        .load = keeps ? checkpoint_load : NULL,
        .save = keeps ? checkpoint_save : NULL,
        .stop = keeps ? asked_to_stop : NULL,
        .stop_interval_s = 0.01,
        .context = &c,
        .saves_end = o->keeps_state,
        .load_net = o->nets.from ? net_files_load : NULL,
        .save_net = net_files_save,
        .nets = &o->nets,
    };
    int r;

    if (keeps) {
        process_hold_stop();
        init_checkpoint(&c, o);
    }
    if (keeps && !note) { /* in a sweep, the parent process removes leftovers */
        file_sweep(o->path);
        file_sweep(c.path);
    }
    if (note && o->path)
        curve_writer_init(&report.curve, o->path);
    r = trial_run_kept(config, &result,
                       !quiet ? print_point
                       : note ? report_point
                              : NULL,
                       quiet ? (void *)&report : &shown, &keeper);
    if (r == TRIAL_STOPPED && !o->owner && file_exists(c.path))
        error("stopped by a signal; the same command goes on from %s", c.path);
    else if (r == TRIAL_STOPPED && !o->owner)
        error("stopped by a signal, without a checkpoint; the same command starts anew");
    if (r) {
        curve_writer_end(&report.curve);
        checkpoint_clear(&c);
        return r == TRIAL_STOPPED         ? EXIT_STOPPED
               : r == INVALID && o->owner ? EXIT_USAGE
                                          : EXIT_FAILED;
    }
    if (!quiet)
        print_end(&result, &c, &o->nets);
    if (o->path && ranks_own() == 0)
        r = write_file(o, &result);
    curve_writer_end(&report.curve);
    if (keeps && !r && !(o->keeps_state && result.status == TRIAL_DONE))
        checkpoint_remove(&c);
    checkpoint_clear(&c);
    if (o->nets.to && result.status != TRIAL_DONE)
        warning("%s is not written, because the trial was %s", o->nets.to,
                result.status == TRIAL_REFUSED ? "refused" : "not finished: it diverged");
    if (r || o->nets.failed)
        r = o->owner ? EXIT_UNSAVED : EXIT_FAILED;
    else if (!o->owner) /* in a sweep, every trial with a result is done, also a diverged one */
        r = exit_code_of[result.status];
    trial_result_clear(&result);
    return r;
}

/* What the user asks for besides the configuration. */
struct request {
    const char *experiment, *load, *save; /* the options of these names; NULL: not given */
    bool evaluates, quiet;
    int note;          /* as in struct worker_report */
    char *const *word; /* [words] the pairs KEY=VALUE */
    int words;
};

static bool is_given(const struct request *q, const char *key)
{
    size_t n = strlen(key);
    int i = 0;

    while (i < q->words && (strncmp(q->word[i], key, n) || q->word[i][n] != '='))
        i++;
    return i < q->words;
}

/* True when both paths lead to the same file, which need not exist. False when one is NULL. */
static bool same_path(const char *a, const char *b)
{
    const char *x = a ? strrchr(a, '/') : NULL, *y = b ? strrchr(b, '/') : NULL;
    char *in_a = x ? xstrndup(a, (size_t)(x + 1 - a)) : xstrdup("./"),
         *in_b = y ? xstrndup(b, (size_t)(y + 1 - b)) : xstrdup("./");
    bool same = a && b &&
                (file_is_same(a, b) ||
                 (file_is_same(in_a, in_b) && strcmp(x ? x + 1 : a, y ? y + 1 : b) == 0));

    free(in_a);
    free(in_b);
    return same;
}

/* Prints a usage error and exits when options do not go together. */
static void check_options(const struct request *q, const struct output *o)
{
    char *state = o->path ? checkpoint_path(o->path) : NULL;

    if (o->keeps_state && !o->path)
        die_usage("trial", "--keep-state goes with --file");
    if (o->keeps_state && ranks_count() > 1)
        die_usage("trial", "--keep-state is for a trial of one process");
    if (q->evaluates && !q->load)
        die_usage("trial", "--evaluate goes with --load; epochs=0 measures an untrained net");
    if (q->evaluates && is_given(q, "epochs"))
        die_usage("trial", "--evaluate trains no epochs: leave epochs out");
    if (same_path(o->path, q->save) || same_path(state, q->save))
        die_usage("trial", "--save %s: --file has its result or its state there", q->save);
    if (same_path(o->path, q->load) || same_path(state, q->load))
        die_usage("trial", "--load %s: --file would write its result or its state there", q->load);
    free(state);
}

/* Reads the net that the trial starts from (--load), and sets in `config` the keys of the trial that saved it. When the
 * user names another net, the keys of the saved net's text are left out, as the other net may not have them. Another seed
 * draws no other training samples, or those that the net has seen would be among the validation samples. Returns 0, or -1
 * after a message. */
static int read_net(const struct request *q, struct net_file *n, struct config *config)
{
    const char *drawn;

    if (net_file_read(n, q->load))
        return -1;
    trial_rename_keys(&n->config);
    if (n->config.count > 0)
        trial_add_former_defaults(&n->config);
    for (int i = 0; i < n->config.count; i++) {
        const struct config_item *item = &n->config.item[i];

        if (strcmp(item->key, "loaded") && (trial_option(item->key) || !is_given(q, "net")))
            config_set(config, item->key, item->value);
    }
    drawn = config_get(config, "data_seed");
    if (drawn && strcmp(drawn, "seed") == 0 && is_given(q, "seed"))
        config_set(config, "data_seed", config_get(config, "seed"));
    return 0;
}

/* Sets the key `loaded`, the hash of the net that the trial starts from, and epochs=0 for --evaluate. Returns 0, or -1
 * after a message. */
static int set_loaded(const struct request *q, const struct net_file *n, struct config *config)
{
    const char *given = config_get(config, "loaded");

    if (given && strcmp(given, n->hash))
        return error("%s: is the net %s, not loaded=%s; leave loaded out", q->load, n->hash, given);
    config_set(config, "loaded", n->hash);
    if (q->evaluates)
        config_set(config, "epochs", "0");
    return 0;
}

static int run(int argc, char **argv)
{
    struct output o = {.nets.command_line = whole_command_line};
    struct request q = {.word = argv + 1};
    const struct flag flags[] = {
        {"--file", NULL, FLAG_TEXT, &o.path},
        {"--keep-state", NULL, FLAG_BOOL, &o.keeps_state},
        {"--save", NULL, FLAG_TEXT, &q.save},
        {"--load", NULL, FLAG_TEXT, &q.load},
        {"--evaluate", NULL, FLAG_BOOL, &q.evaluates},
        {"--experiment", NULL, FLAG_TEXT, &q.experiment},
        {"--quiet", "-q", FLAG_BOOL, &q.quiet},
        {"--note", NULL, FLAG_INT, &q.note},
        {0},
    };
    char *name = NULL;
    struct plan owner;
    struct config config = {0};
    struct net_file net = {0};
    bool bad;
    int code;

    q.words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, "");
    check_options(&q, &o);
    owner = q.experiment ? read_owner(q.experiment, &name) : (struct plan){0};
    bad = q.load && read_net(&q, &net, &config);
    if (!bad)
        parse_trial(&config, argv + 1, q.words);
    /* A file that a user names is replaced only if it is HDF5. A sweep may replace its own files, also damaged ones. */
    bad = bad || (q.load && set_loaded(&q, &net, &config)) ||
          (o.path && !q.experiment && h5_check_output(o.path)) ||
          (q.save && h5_check_output(q.save));
    o.owner = q.experiment ? &owner : NULL;
    o.nets.from = q.load ? &net : NULL;
    o.nets.to = ranks_own() == 0 ? q.save : NULL;
    if (!bad)
        identify(&o, &config);
    code = bad ? EXIT_FAILED : run_trial(&config, &o, q.quiet, q.note);
    net_file_clear(&net);
    config_clear(&o.record.config);
    free(name);
    config_clear(&config);
    return code;
}

const struct command command_trial = {
    "trial",
    "run one trial and print its metrics after each epoch",
    "usage: normlab trial [KEY=VALUE]... [--file OUT.h5 [--keep-state]] [-q]\n"
    "                     [--load NET.h5 [--evaluate]] [--save NET.h5]\n\n"
    "Keys are those of normlab list keys, and those that the net's text names as ${key}, such as norm.\n\n"
    "With workers=V, `mpirun -n N normlab-mpi trial ...` computes the same by N processes.\n\n"
    "  --file OUT.h5       write the result to a trial file, as a sweep does; a trial that runs longer than\n"
    "                      checkpoint=10 minutes leaves OUT.state, from which the same command goes on\n"
    "  --keep-state        leave OUT.state at the end, too: with more epochs, the same command goes on from it.\n"
    "                      The result is that of a trial that had so many epochs from the start, bit for bit;\n"
    "                      where steps or probes depend on epochs, as with schedule=cosine, it says so and\n"
    "                      starts anew\n"
    "  --save NET.h5       keep weights and statistics of the trained net (docs/trials.md describes the file)\n"
    "  --load NET.h5       start from a saved net instead of random weights. Keys that are not given are\n"
    "                      those of the trial that saved it. Optimizer and schedule start anew\n"
    "  --evaluate          with --load: train nothing, only measure\n"
    "  --experiment NAME   the experiment that the file belongs to\n"
    "  -q, --quiet         print nothing\n\n"
    "norm is batchnorm when the net needs a norm and none is given. The exit code is 5 for a refused trial,\n"
    "6 for one that diverged; both are results, which --file writes.\n\n"
    "example: normlab trial net=\"mlp hidden=128-64\" norm=batchnorm batch=32 epochs=3\n",
    run,
};
