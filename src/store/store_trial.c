/* Reads and writes trial files. Also has functions that are used for merged files as well. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "store/store_internal.h"
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- shared by trial files and merged files ---- */

/* Texts among the root attributes that are not part of the provenance. */
static const char *const not_provenance[] = {
    "configuration", "schema",  "experiment", "experiment_version", "axes", "data_sha256", "key",
    "status",        "message", NULL};

void store_write_head(struct h5_file *f, const char *experiment, int version)
{
    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "experiment", experiment);
    h5_set_number(f, "/", "experiment_version", version);
}

void store_write_provenance(struct h5_file *f, const struct config *provenance)
{
    for (int i = 0; i < provenance->count; i++)
        if (!text_is_among(provenance->item[i].key, not_provenance))
            h5_set_text(f, "/", provenance->item[i].key, provenance->item[i].value);
}

int store_evals_per_epoch(const struct record *r)
{
    int evals = atoi(record_get(r, "evals_per_epoch"));

    return evals > 0 ? evals : 1;
}

int store_check_schema(struct h5_file *f, const char *path)
{
    double schema = h5_get_number(f, "/", "schema");

    if (schema >= 1 && schema <= STORE_SCHEMA)
        return 0;
    if (isnan(schema))
        return error("%s: not a result of normlab: it has no attribute \"schema\"", path);
    return error("%s: has schema %g, this normlab reads schema 1 to %d: make the file again", path,
                 schema, STORE_SCHEMA);
}

int store_damaged(const char *path, const char *what)
{
    return error("%s: %s: put a good copy there, or remove the file and make it again", path, what);
}

int store_config_parse(const char *path, const char *text, struct config *c)
{
    struct text why = {0};
    int bad = config_read(c, text, &why);

    if (bad)
        store_damaged(path, text_str(&why));
    text_clear(&why);
    return bad;
}

int store_set_facts(struct record *r, const char *path, const char *key, const char *status,
                    char *message)
{
    int found = 0;

    while (found < TRIAL_STATUSES && strcmp(trial_status_name[found], status))
        found++;
    free(r->result.message);
    r->result.message = message ? message : xstrdup("");
    r->result.status = (enum trial_status)found;
    if (found == TRIAL_STATUSES)
        return store_damaged(path, "a trial has an unknown status");
    if (strlen(key) >= sizeof r->key)
        return store_damaged(path, "a trial has a key that is too long");
    strcpy(r->key, key);
    return 0;
}

void store_set_data_sha256(struct record *r, const char *sha256)
{
    if (strlen(sha256) < sizeof r->result.data_sha256)
        strcpy(r->result.data_sha256, sha256);
}

/* ---- a trial's file ---- */

#define ALL_CURVES "/all_curves"

static void write_trial_facts(struct h5_file *f, const struct record *r)
{
    h5_set_text(f, "/", "key", r->key);
    h5_set_text(f, "/", "status", trial_status_name[r->result.status]);
    h5_set_text(f, "/", "message", r->result.message ? r->result.message : "");
    for (int i = 0; i < NUMBERS; i++)
        h5_set_number(f, "/", number_info[i].name, number_get(&r->result, i));
    h5_set_text(f, "/", "data_sha256", r->result.data_sha256);
}

/* Writes the configuration in its order, because the trial's key depends on the order. */
static void write_config(struct h5_file *f, const struct record *r)
{
    char *seed = format_new("%lld", (long long)r->seed);
    struct text text = {0};

    config_print(&r->config, &text);
    if (!config_get(&r->config, "seed"))
        text_add_item(&text, " ", "seed=%s", seed);
    /* as one text, which is faster to read than the members of /config */
    h5_set_text(f, "/", "configuration", text_str(&text));
    text_clear(&text);
    h5_group(f, "/config");
    for (int i = 0; i < r->config.count; i++)
        h5_set_text(f, "/config", r->config.item[i].key, r->config.item[i].value);
    if (!config_get(&r->config, "seed"))
        h5_set_text(f, "/config", "seed", seed);
    free(seed);
}

/* Writes all curves a second time, as one array. Reading one dataset takes a twentieth of the time that reading
 * forty takes, which matters when thousands of files are merged. */
static void write_all_curves(struct h5_file *f, const struct trial_result *r)
{
    size_t points = (size_t)r->points + 1;
    struct h5_array a = {.type = H5_FLOAT64, .rank = 2, .dim = {METRICS, points}};
    double *all = xcalloc(METRICS * points, sizeof *all);
    struct text names = {0};

    for (int m = 0; m < METRICS; m++) {
        text_add_item(&names, " ", "%s", metric_info[m].name);
        memcpy(all + (size_t)m * points, r->curve[m], points * sizeof *all);
    }
    a.data = all;
    h5_write(f, ALL_CURVES, &a, 0, NULL, "the curves of /curves in one array, a row per metric");
    h5_set_text(f, ALL_CURVES, "metrics", text_str(&names));
    text_clear(&names);
    free(all);
}

int store_trial_write(const char *path, const char *experiment, int version,
                      const struct record *record, const struct config *provenance)
{
    struct h5_file *f = h5_create(path);
    const struct trial_result *r = &record->result;
    struct store_columns columns = {.count = (size_t)r->points + 1};

    if (!f)
        return -1;
    columns.epoch = xcalloc(columns.count, sizeof *columns.epoch);
    for (int p = 0; p <= r->points; p++)
        columns.epoch[p] = trial_epochs_at(r, p);
    store_write_head(f, experiment, version);
    write_trial_facts(f, record);
    store_write_provenance(f, provenance);
    write_config(f, record);
    store_write_epochs(f, &columns);
    free(columns.epoch);
    for (int m = 0; m < METRICS; m++) {
        char *name = format_new("/curves/%s", metric_info[m].name);
        struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {columns.count}};

        a.data = r->curve[m];
        h5_write(f, name, &a, 0, metric_info[m].unit, metric_info[m].help);
        h5_scale(f, name, 0, "/epoch", "epoch");
        free(name);
    }
    write_all_curves(f, r);
    store_write_profiles(f, &(struct record){.result = *r}, 1, false);
    store_write_mistakes(f, &r->mistakes);
    return h5_publish(f);
}

/* Sets the record's configuration as the file has it. Returns 0, or -1 after a message. */
static int parse_config(struct h5_file *f, const char *path, const char *text, struct record *r)
{
    static const char *const none[] = {NULL};

    if (text && store_config_parse(path, text, &r->config))
        return -1;
    if (r->config.count == 0) /* a file of an older version */
        h5_get_texts(f, "/config", none, &r->config);
    trial_rename_keys(&r->config);
    return 0;
}

/* Sets the record's seed to that of its configuration. Returns 0, or -1 after a message. */
static int set_seed(const char *path, struct record *r)
{
    const char *seed = record_get(r, "seed");
    char *end;

    errno = 0;
    r->seed = strtoll(seed, &end, 10);
    if (errno || end == seed || *end)
        return store_damaged(path, "the trial's configuration has no seed");
    return 0;
}

/* Reads configuration and seed, completes the configuration if possible, and computes the key anew. Returns 0, or -1 after a
 * message. */
static int read_config(struct canon *known, struct h5_file *f, const char *path, struct record *r)
{
    char *text = h5_get_text(f, "/", "configuration"), *experiment, seed[CANON_SEED];
    char *label = text ? canon_label(text, seed) : NULL;
    int version, bad = 0;

    store_read_experiment(f, &experiment, &version);
    if (experiment && label && canon_take(known, label, seed, r, experiment, version)) {
        bad = set_seed(path, r);
    } else {
        bad = parse_config(f, path, text, r) || set_seed(path, r);
        if (!bad && experiment && store_canonize(known, r, experiment, version) && label &&
            strcmp(record_get(r, "seed"), seed) == 0)
            canon_add(known, label, &r->config);
    }
    free(label);
    free(text);
    free(experiment);
    return bad ? -1 : 0;
}

static bool has_text(struct h5_file *f, const char *name)
{
    char *text = h5_get_text(f, "/", name);

    free(text);
    return text != NULL;
}

static bool is_trial(struct h5_file *f)
{
    return has_text(f, "key") && has_text(f, "status");
}

/* Reads key, status, message, data_sha256 and the numbers of number_info. Returns 0, or -1 after a message. */
static int read_facts(struct h5_file *f, const char *path, struct record *r)
{
    char *key = h5_get_text(f, "/", "key"), *status = h5_get_text(f, "/", "status");
    char *sha256 = h5_get_text(f, "/", "data_sha256");
    int result = store_set_facts(r, path, key, status, h5_get_text(f, "/", "message"));

    if (sha256)
        store_set_data_sha256(r, sha256);
    free(key);
    free(status);
    free(sha256);
    for (int i = 0; i < NUMBERS; i++)
        number_set(&r->result, i, h5_get_number(f, "/", number_info[i].name));
    return result;
}

/* Reads the curves of /curves, each from a dataset of its own. Returns 0, or -1 after a message. */
static int read_each_curve(struct h5_file *f, const char *path, struct record *r)
{
    size_t points = (size_t)r->result.points + 1;
    int result = 0;

    for (int m = 0; m < METRICS && result == 0; m++) {
        double *curve;

        result = store_read_curve(f, path, (enum metric)m, 1, 0, points, &curve);
        if (curve)
            memcpy(r->result.curve[m], curve, points * sizeof *curve);
        free(curve);
    }
    return result;
}

/* As read_curves(), for files of older versions, which lack ALL_CURVES. */
static int read_old_curves(struct h5_file *f, const char *path, struct record *r)
{
    struct store_columns columns;

    if (store_read_epochs(f, path, &columns))
        return -1;
    free(columns.epoch);
    trial_result_init(&r->result, (int)columns.count - 1, 1);
    return read_each_curve(f, path, r);
}

/* Initializes the result with as many points as the file has, and reads its curves. The rows of ALL_CURVES are as long as
 * /epoch, which therefore need not be read. Returns 0, or -1 after a message. */
static int read_curves(struct h5_file *f, const char *path, struct record *r)
{
    char *names = h5_get_text(f, ALL_CURVES, "metrics");
    struct h5_array a = {0};
    struct list metrics = {0};
    int bad = 0;

    if (!names)
        return read_old_curves(f, path, r);
    list_split(&metrics, names, " ");
    if (h5_read(f, ALL_CURVES, &a))
        bad = -1;
    else if (a.type == H5_TEXT || a.rank != 2 || a.dim[0] != (size_t)metrics.count ||
             a.dim[1] == 0 || a.dim[1] >= INT_MAX)
        bad = store_damaged(path, "the curves do not have the shape that their names require");
    else
        trial_result_init(&r->result, (int)a.dim[1] - 1, 1);
    for (int i = 0; i < metrics.count && !bad; i++) {
        enum metric m = metric_find(metrics.item[i]);

        if (m < METRICS)
            memcpy(r->result.curve[m], (double *)a.data + (size_t)i * a.dim[1],
                   a.dim[1] * sizeof(double));
    }
    h5_array_clear(&a);
    list_clear(&metrics);
    free(names);
    return bad;
}

void store_read_experiment(struct h5_file *f, char **experiment, int *version)
{
    double v = h5_get_number(f, "/", "experiment_version");

    *experiment = h5_get_text(f, "/", "experiment");
    *version = v >= 0 && v <= INT_MAX ? (int)v : 0;
}

/* Fills the empty record r from a trial file. Returns 0, or -1 after a message; record_clear() frees r in both cases. */
static int read_trial(struct canon *known, struct h5_file *f, const char *path, struct record *r)
{
    if (store_check_schema(f, path))
        return -1;
    if (!is_trial(f))
        return error("%s: not the file of a trial", path);
    if (read_curves(f, path, r) || read_facts(f, path, r) || read_config(known, f, path, r) ||
        store_read_profiles(f, path, r, 1, false) ||
        store_read_mistakes(f, path, &r->result.mistakes))
        return -1;
    r->result.evals_per_epoch = store_evals_per_epoch(r);
    h5_get_texts(f, "/", not_provenance, &r->origin);
    return 0;
}

int store_trial_read(const char *path, struct record *record)
{
    struct h5_file *f = h5_open(path);
    struct canon known = {0};
    int bad;

    memset(record, 0, sizeof *record);
    bad = f ? read_trial(&known, f, path, record) : -1;
    canon_clear(&known);
    h5_close(f);
    if (bad)
        record_clear(record);
    return bad;
}

/* Reads a trial file as results with one record. Returns 0, or -1 after a message. */
static int read_single(struct canon *known, struct h5_file *f, const char *path, struct results *r)
{
    r->record = xcalloc(1, sizeof *r->record);
    r->records = 1;
    if (read_trial(known, f, path, r->record))
        return -1;
    store_read_experiment(f, &r->experiment, &r->version);
    if (!r->experiment)
        r->experiment = xstrdup("trial");
    config_merge(&r->provenance, &r->record->origin);
    config_set(&r->provenance, "data_sha256", r->record->result.data_sha256);
    return 0;
}

/* True when `why`, the value of errno after h5_open(), says that the machine is at fault and not the file. EAGAIN: the child
 * process that reads the file could not be started; EINTR: it was killed. */
static bool is_machine_error(int why)
{
    static const int machine[] = {EIO, ENOMEM, EMFILE, ENFILE, EAGAIN, EINTR, ESTALE, ETIMEDOUT};
    bool found = false;

    for (size_t i = 0; i < sizeof machine / sizeof *machine; i++)
        found = found || machine[i] == why;
    return found;
}

int store_read_next(struct canon *known, const char *path, bool *merged, struct results *r)
{
    struct h5_file *f = h5_open(path);
    int bad = !f && is_machine_error(errno) ? STORE_UNREAD : -1;

    memset(r, 0, sizeof *r);
    if (f) {
        *merged = !is_trial(f) && h5_exists(f, "/trials");
        bad = *merged ? store_read_merged(f, path, r) : read_single(known, f, path, r);
    }
    h5_close(f);
    if (bad)
        results_clear(r);
    return bad;
}

int store_read(const char *path, bool *merged, struct results *r)
{
    struct canon known = {0};
    int bad = store_read_next(&known, path, merged, r);

    canon_clear(&known);
    return bad ? -1 : 0;
}
