#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "store/store_internal.h"
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct number_info number_info[NUMBERS] = {
    {"seconds", "s", offsetof(struct trial_result, seconds)},
    {"peak_bytes", "byte", offsetof(struct trial_result, peak_bytes)},
    {"parameters", "1", offsetof(struct trial_result, parameters)},
    {"steps", "1", offsetof(struct trial_result, steps)},
    {"norm_positions", "1", offsetof(struct trial_result, norm_positions)},
};

double number_get(const struct trial_result *r, int i)
{
    double v;

    memcpy(&v, (const char *)r + number_info[i].offset, sizeof v);
    return v;
}

void number_set(struct trial_result *r, int i, double v)
{
    memcpy((char *)r + number_info[i].offset, &v, sizeof v);
}

const char *record_get(const struct record *r, const char *key)
{
    const char *value = config_get(&r->config, key);

    return value ? value : "";
}

bool results_vary(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

void record_clear(struct record *r)
{
    config_clear(&r->config);
    trial_result_clear(&r->result);
    config_clear(&r->origin);
    memset(r, 0, sizeof *r);
}

bool results_have_curve(const struct results *r, enum metric m)
{
    return !r->left_out[m];
}

void results_clear(struct results *r)
{
    free(r->experiment);
    for (int i = 0; i < r->axes; i++)
        free(r->axis[i]);
    free(r->axis);
    for (int i = 0; i < r->records; i++)
        record_clear(&r->record[i]);
    free(r->record);
    config_clear(&r->provenance);
    memset(r, 0, sizeof *r);
}

/* ---- what both files share ---- */

bool store_is_own(const char *name)
{
    static const char *const own[] = {"schema", "experiment", "experiment_version", "axes",
                                      "data_sha256"};

    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (strcmp(name, own[i]) == 0)
            return true;
    return false;
}

void store_write_head(struct h5_file *f, const char *experiment, int version)
{
    h5_set_number(f, "/", "schema", STORE_SCHEMA);
    h5_set_text(f, "/", "experiment", experiment);
    h5_set_number(f, "/", "experiment_version", version);
}

void store_write_provenance(struct h5_file *f, const struct config *provenance)
{
    for (int i = 0; i < provenance->count; i++)
        if (!store_is_own(provenance->item[i].key))
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

static enum trial_status status_find(const char *name)
{
    int i = 0;

    while (i < TRIAL_STATUSES && strcmp(trial_status_name[i], name))
        i++;
    return (enum trial_status)i;
}

int store_set_facts(struct record *r, const char *path, const char *key, const char *status,
                    char *message)
{
    free(r->result.message);
    r->result.message = message;
    r->result.status = status_find(status);
    if (r->result.status == TRIAL_STATUSES)
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

static void write_trial_facts(struct h5_file *f, const struct record *r)
{
    h5_set_text(f, "/", "key", r->key);
    h5_set_text(f, "/", "status", trial_status_name[r->result.status]);
    h5_set_text(f, "/", "message", r->result.message ? r->result.message : "");
    for (int i = 0; i < NUMBERS; i++)
        h5_set_number(f, "/", number_info[i].name, number_get(&r->result, i));
    h5_set_text(f, "/", "data_sha256", r->result.data_sha256);
}

/* In the configuration's own order, on which a trial's key depends. */
static void write_config(struct h5_file *f, const struct record *r)
{
    char *seed = format_new("%lld", (long long)r->seed);

    h5_group(f, "/config");
    for (int i = 0; i < r->config.count; i++)
        h5_set_text(f, "/config", r->config.item[i].key, r->config.item[i].value);
    if (!config_get(&r->config, "seed"))
        h5_set_text(f, "/config", "seed", seed);
    free(seed);
}

int store_trial_write(const char *path, const char *experiment, int version,
                      const struct record *record, const struct config *provenance)
{
    struct h5_file *f = h5_create(path);
    const struct trial_result *r = &record->result;
    size_t points = (size_t)r->points + 1;
    double *epoch;

    if (!f)
        return -1;
    epoch = xcalloc(points, sizeof *epoch);
    for (int p = 0; p <= r->points; p++)
        epoch[p] = trial_epochs_at(r, p);
    store_write_head(f, experiment, version);
    write_trial_facts(f, record);
    store_write_provenance(f, provenance);
    write_config(f, record);
    store_write_epochs(f, epoch, points);
    free(epoch);
    for (int m = 0; m < METRICS; m++) {
        char *name = format_new("/curves/%s", metric_info[m].name);
        struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {points}};

        a.data = r->curve[m];
        h5_write(f, name, &a, 0, metric_info[m].unit, metric_info[m].help);
        h5_scale(f, name, 0, "/epoch", "epoch");
        free(name);
    }
    return h5_publish(f);
}

static int read_config(struct h5_file *f, const char *path, struct record *r)
{
    char **name, *end;
    const char *seed;
    int n = h5_list_attributes(f, "/config", &name);

    for (int i = 0; i < n; i++) {
        char *value = h5_get_text(f, "/config", name[i]);

        if (value)
            config_set(&r->config, name[i], value);
        free(value);
        free(name[i]);
    }
    free(name);
    trial_rename_keys(&r->config);
    seed = record_get(r, "seed");
    errno = 0;
    r->seed = strtoll(seed, &end, 10);
    if (errno || end == seed || *end)
        return store_damaged(path, "the trial's configuration has no seed");
    return 0;
}

/* The provenance: the root's texts but those that are fields of a record. */
static void read_origin(struct h5_file *f, struct record *r)
{
    static const char *const fields[] = {"key", "status", "message", NULL};
    char **name;
    int n = h5_list_attributes(f, "/", &name);

    for (int i = 0; i < n; i++) {
        char *value = h5_get_text(f, "/", name[i]);
        bool field = store_is_own(name[i]);

        for (int k = 0; fields[k]; k++)
            field |= strcmp(name[i], fields[k]) == 0;
        if (value && !field)
            config_set(&r->origin, name[i], value);
        free(value);
        free(name[i]);
    }
    free(name);
}

/* Key, status, message, checksum of the data and the numbers. */
static int read_facts(struct h5_file *f, const char *path, struct record *r)
{
    char *key = h5_get_text(f, "/", "key"), *status = h5_get_text(f, "/", "status");
    char *sha256 = h5_get_text(f, "/", "data_sha256");
    int result;

    if (key && status)
        result = store_set_facts(r, path, key, status, h5_get_text(f, "/", "message"));
    else
        result = error("%s: not the file of a trial", path);
    if (sha256)
        store_set_data_sha256(r, sha256);
    free(key);
    free(status);
    free(sha256);
    for (int i = 0; i < NUMBERS; i++)
        number_set(&r->result, i, h5_get_number(f, "/", number_info[i].name));
    return result;
}

static int read_curves(struct h5_file *f, const char *path, struct record *r)
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

static void canonize(struct h5_file *f, struct record *r)
{
    char *experiment = h5_get_text(f, "/", "experiment");
    double version = h5_get_number(f, "/", "experiment_version");

    if (experiment && version >= 0 && version <= INT_MAX)
        store_canonize(r, experiment, (int)version);
    free(experiment);
}

static int read_trial(struct h5_file *f, const char *path, struct record *r)
{
    struct store_columns columns;

    if (store_check_schema(f, path))
        return -1;
    if (store_read_epochs(f, path, &columns))
        return -1;
    free(columns.epoch);
    trial_result_init(&r->result, (int)columns.count - 1, 1);
    if (read_facts(f, path, r) || read_curves(f, path, r) || read_config(f, path, r))
        return -1;
    canonize(f, r);
    r->result.evals_per_epoch = store_evals_per_epoch(r);
    read_origin(f, r);
    return 0;
}

int store_trial_read(const char *path, struct record *record)
{
    struct h5_file *f = h5_open(path);
    int r;

    memset(record, 0, sizeof *record);
    if (!f)
        return -1;
    r = read_trial(f, path, record);
    h5_close(f);
    if (r)
        record_clear(record);
    return r;
}
