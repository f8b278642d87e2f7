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
#include "store/checkpoint.h"
#include "store/hdf5/h5.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/live_curve.h"
#include "sweep/sweep.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A column of the table that `trial` prints. */
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

/* Returns the blanks between two columns: two, or one where the terminal has no room for two. */
static int gap_of(int shown)
{
    int wide = 7, fields = 0, most = output_columns();

    for (size_t k = 0; k < COLUMNS; k++)
        if (shown & 1 << k) {
            wide += columns[k].width;
            fields++;
        }
    return most && wide + 2 * fields > most ? 1 : 2;
}

/* Prints a field of the table, in a new line below the first where the terminal has no room for it. *used: the columns that
 * the line has taken. */
static void print_field(int *used, int gap, int width, const char *text)
{
    int most = output_columns();

    if (most && *used + gap + width > most)
        *used = printf("\n%7s", "") - 1;
    *used += printf("%*s", gap + width, text);
}

/* Prints a line of the table. context: int, the bits of the columns to print. A column of training has no value before
 * the first step. */
static void print_point(void *context, const struct trial_result *r, int point)
{
    int shown = *(int *)context, gap = gap_of(shown), used = 7;

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

/* The columns that have values: val_error only where the trial holds samples out. */
static int columns_of(const struct config *config)
{
    const char *fraction = config_get(config, "val_fraction");
    int shown = 0;

    for (size_t k = 0; k < COLUMNS; k++)
        if (columns[k].metric != METRIC_val_error || (fraction && number_parse(fraction, NULL) > 0))
            shown |= 1 << k;
    return shown;
}

/* What a worker tells while it trains: a note for the run that started it, and its curves. */
struct telling {
    int note; /* descriptor of a file in memory, which the run reads; 0: there is no run */
    const struct config *config;
    struct curve_writer curve;
};

static void tell(void *context, const struct trial_result *r, int point)
{
    struct telling *t = context;
    char note[NOTE_BYTES] = "";

    number_format(note, sizeof note, "epoch %g of %g", trial_epochs_at(r, point),
                  trial_epochs_at(r, r->points));
    curve_writer_add(&t->curve, t->config, r, point);
    if (pwrite(t->note, note, sizeof note, 0) < 0)
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

/* Where the result of a trial is written, and under which key. */
struct output {
    const char *path;         /* of the trial file; NULL: the result is only printed */
    const struct plan *owner; /* the experiment that read_owner() returned; NULL: none */
    struct record record;     /* key, seed and complete configuration of the trial */
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

static void print_end(const struct trial_result *r, const struct checkpoint *c)
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
}

static const int exit_code_of[] = {
    [TRIAL_DONE] = EXIT_DONE, [TRIAL_REFUSED] = EXIT_REFUSED, [TRIAL_DIVERGED] = EXIT_DIVERGED};

/* Runs a trial. Saves checkpoints only when the result goes to a file and there is one rank: several ranks would
 * have to save and restore the same step. note: as in struct telling. */
static int run_trial(const struct config *config, struct output *o, bool quiet, int note)
{
    struct checkpoint c = {0};
    const struct trial_keeper keeper = {checkpoint_load, checkpoint_save, asked_to_stop, 0.01, &c};
    struct trial_result result;
    int shown = columns_of(config);
    struct telling telling = {.note = note, .config = &o->record.config};
    bool keeps = o->path && ranks_count() == 1;
    int r;

    if (keeps) {
        process_hold_stop();
        checkpoint_init(&c, o->path, o->record.key);
    }
    if (keeps && !note) { /* the run that started this process sweeps the folder */
        file_sweep(o->path);
        file_sweep(c.path);
    }
    if (note && o->path)
        curve_writer_init(&telling.curve, o->path);
    r = trial_run_kept(config, &result,
                       !quiet ? print_point
                       : note ? tell
                              : NULL,
                       quiet ? (void *)&telling : &shown, keeps ? &keeper : NULL);
    if (r == TRIAL_STOPPED && !o->owner && file_exists(c.path))
        error("stopped by a signal; the same command goes on from %s", c.path);
    else if (r == TRIAL_STOPPED && !o->owner)
        error("stopped by a signal, without a checkpoint; the same command starts anew");
    if (r) {
        curve_writer_end(&telling.curve);
        checkpoint_clear(&c);
        return r == TRIAL_STOPPED         ? EXIT_STOPPED
               : r == INVALID && o->owner ? EXIT_USAGE
                                          : EXIT_FAILED;
    }
    if (!quiet)
        print_end(&result, &c);
    if (o->path && ranks_own() == 0)
        r = write_file(o, &result);
    curve_writer_end(&telling.curve);
    if (keeps && !r)
        checkpoint_remove(&c);
    checkpoint_clear(&c);
    if (r)
        r = o->owner ? EXIT_UNSAVED : EXIT_FAILED;
    else if (!o->owner) /* to its sweep, a trial that ended with a result is done */
        r = exit_code_of[result.status];
    trial_result_clear(&result);
    return r;
}

static int run(int argc, char **argv)
{
    struct output o = {0};
    const char *experiment = NULL;
    bool quiet = false, bad;
    int note = 0;
    const struct flag flags[] = {
        {"--file", NULL, FLAG_TEXT, &o.path},
        {"--experiment", NULL, FLAG_TEXT, &experiment},
        {"--quiet", "-q", FLAG_BOOL, &quiet},
        {"--note", NULL, FLAG_INT, &note},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, ""), code;
    char *name = NULL;
    struct plan owner = experiment ? read_owner(experiment, &name) : (struct plan){0};
    struct config config = {0};

    parse_trial(&config, argv + 1, words);
    /* A sweep may replace its own files, damaged ones, too. */
    bad = o.path && !experiment && h5_check_output(o.path);
    o.owner = experiment ? &owner : NULL;
    identify(&o, &config);
    code = bad ? EXIT_FAILED : run_trial(&config, &o, quiet, note);
    config_clear(&o.record.config);
    free(name);
    config_clear(&config);
    return code;
}

const struct command command_trial = {
    "trial",
    "run one trial and print its metrics after each epoch",
    "usage: normlab trial [KEY=VALUE]... [--file OUT.h5] [-q]\n\n"
    "Keys are those of normlab list keys, and those that the net's text names as ${key}, such as norm.\n\n"
    "With workers=V, `mpirun -n N normlab-mpi trial ...` computes the same by N processes.\n\n"
    "  --file OUT.h5       write the result to a trial file, as a sweep does; a trial that runs longer than\n"
    "                      checkpoint=10 minutes leaves OUT.state, from which the same command goes on\n"
    "  --experiment NAME   the experiment that the file belongs to\n"
    "  -q, --quiet         print nothing\n\n"
    "norm is batchnorm when the net needs a norm and none is given. The exit code is 5 for a refused trial,\n"
    "6 for one that diverged; both are results, which --file writes.\n\n"
    "example: normlab trial net=\"mlp hidden=128-64\" norm=batchnorm batch=32 epochs=3\n",
    run,
};
