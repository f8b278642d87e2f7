#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/ranks.h"
#include "base/text.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "sweep/sweep.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_point(void *context, const struct trial_result *r, int point)
{
    double *const *c = r->curve;

    (void)context;
    if (point == 0)
        printf("  epoch  train_loss  train_error  val_error  test_loss  test_error  grad_norm  "
               "step_ms\n");
    number_print(stdout, "%7.6g  %10.4f  %11.2f  %9.2f  %9.4f  %10.2f  %9.3g  %7.3f\n",
                 trial_epochs_at(r, point), c[METRIC_train_loss][point],
                 c[METRIC_train_error][point], c[METRIC_val_error][point],
                 c[METRIC_test_loss][point], c[METRIC_test_error][point],
                 c[METRIC_grad_norm][point], c[METRIC_step_ms][point]);
    fflush(stdout);
}

/* Finds the experiment to which the result file belongs. text: the name of an experiment, or NAME:VERSION, for which
 * no experiment of this name has to exist. The plan that is returned has only a name and a version. *name becomes
 * the plan's name, a new string, which the caller frees. */
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

/* Writes the result to a trial file. owner: the experiment that read_owner() returned; NULL: none. Returns 0, or
 * another value after a message. */
static int write_file(const char *path, const struct plan *owner, const struct config *config,
                      struct trial_result *result)
{
    struct record record = {.result = *result};
    struct config provenance = {0};
    struct text why = {0};
    char *threads = format_new("%d", result->threads), *ranks = format_new("%d", result->ranks);
    int r;

    provenance_collect(&provenance, whole_command_line);
    config_set(&provenance, "threads", threads);
    if (result->ranks > 1)
        config_set(&provenance, "ranks", ranks);
    r = trial_complete(config, &record.config, &why);
    if (r == 0) {
        record.seed = strtol(config_get(&record.config, "seed"), NULL, 10);
        if (owner)
            trial_key(owner, &record.config, record.key);
        r = store_trial_write(path, owner ? owner->name : "trial", owner ? owner->version : 0,
                              &record, &provenance);
    }
    config_clear(&record.config);
    config_clear(&provenance);
    text_clear(&why);
    free(threads);
    free(ranks);
    return r;
}

static int run_trial(const struct config *config, const char *path, const struct plan *owner,
                     bool quiet)
{
    struct trial_result result;
    int r = trial_run(config, &result, quiet ? NULL : print_point, NULL);

    if (r)
        return EXIT_FAILED;
    if (!quiet) {
        if (result.status != TRIAL_DONE)
            printf("%s: %s\n", trial_status_name[result.status], result.message);
        number_print(stdout, "%.0f parameters, %.0f steps, %.1f s, peak %.0f MiB\n",
                     result.parameters, result.steps, result.seconds, result.peak_bytes / 0x1p20);
        if (result.ranks > 1)
            number_print(stdout, "%d processes, which spent %.1f s on exchanges\n", result.ranks,
                         result.exchange_seconds);
    }
    if (path && ranks_own() == 0)
        r = write_file(path, owner, config, &result);
    trial_result_clear(&result);
    return !r ? EXIT_DONE : owner ? EXIT_UNSAVED : EXIT_FAILED;
}

static int run(int argc, char **argv)
{
    const char *path = NULL, *experiment = NULL;
    bool quiet = false;
    const struct flag flags[] = {
        {"--file", NULL, FLAG_TEXT, &path},
        {"--experiment", NULL, FLAG_TEXT, &experiment},
        {"--quiet", "-q", FLAG_BOOL, &quiet},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, ""), code;
    char *name = NULL;
    struct plan owner = experiment ? read_owner(experiment, &name) : (struct plan){0};
    struct config config = {0};

    parse_trial(&config, argv + 1, words);
    if (ranks_begin())
        return EXIT_FAILED;
    code = run_trial(&config, path, experiment ? &owner : NULL, quiet);
    free(name);
    config_clear(&config);
    return code;
}

const struct command command_trial = {
    "trial",
    "run one trial and print its metrics after each epoch",
    "usage: normlab trial [KEY=VALUE]... [--file OUT.h5] [-q]\n\n"
    "Keys are those of normlab list keys, and those that the net's text names as ${key}, such as norm.\n\n"
    "  --file OUT.h5       write the result to a trial file, as a sweep does\n"
    "  --experiment NAME   the experiment that the file belongs to\n"
    "  -q, --quiet         print nothing\n\n"
    "example: normlab trial net=\"mlp hidden=128-64\" norm=batchnorm batch=32 epochs=3\n",
    run,
};
