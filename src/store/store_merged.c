/* Reads and writes merged files, except their curves, profiles and mistakes. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "store/store_internal.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the columns of /trials ---- */

struct table {
    struct h5_column *column;
    int count;
    size_t rows;
};

/* Returns the name of a column that is not an axis. When an axis has the same name (lr), it is result_<name>
 * (result_lr). A new string. */
static char *column_name(const struct results *r, const char *name)
{
    bool taken = list_has(&(struct list){r->axis, r->axes}, name);

    return format_new("%s%s", taken ? "result_" : "", name);
}

/* Appends a column to the table. Returns its data, an array of t->rows zeros. Takes ownership of name. */
static void *table_add(struct table *t, enum h5_type type, char *name, const char *unit)
{
    void *data = xcalloc(t->rows, sizeof(double));

    array_add(t->column, t->count) = (struct h5_column){name, type, data, unit};
    return data;
}

/* Returns the data of the column with this name and type; NULL when there is none. */
static void *table_find(const struct table *t, enum h5_type type, const char *name)
{
    for (int i = 0; i < t->count; i++)
        if (t->column[i].type == type && strcmp(t->column[i].name, name) == 0)
            return t->column[i].data;
    return NULL;
}

/* Returns the data of a column that is not an axis, by the name of the result; NULL when there is no such column of
 * this type. */
static void *result_find(const struct table *t, const struct results *r, enum h5_type type,
                         const char *name)
{
    char *column = column_name(r, name);
    void *data = table_find(t, type, column);

    free(column);
    return data;
}

/* ---- writing ---- */

/* True when there are rows, and all their values of the axis are finite numbers. Then sets *whole to true when all are whole
 * numbers that a double represents exactly. */
static bool is_number_axis(const struct results *r, const char *axis, bool *whole)
{
    *whole = true;
    for (int i = 0; i < r->records; i++) {
        const char *value = record_get(&r->record[i], axis);
        double v = number_parse(value, NULL);

        if (!number_is(value) || !isfinite(v))
            return false;
        *whole = *whole && v == floor(v) && fabs(v) < 0x1p53;
    }
    return r->records > 0;
}

/* Adds the column of an axis. If all values of the axis are numbers, as for batch, the column has numbers, so that
 * other programs can sort it; otherwise, as for norm, it has texts. */
static void add_axis(struct table *t, const struct results *r, const char *axis)
{
    bool whole, number = is_number_axis(r, axis, &whole);
    enum h5_type type = !number ? H5_TEXT : whole ? H5_INT64 : H5_FLOAT64;
    void *data = table_add(t, type, xstrdup(axis), NULL);

    for (int i = 0; i < r->records; i++) {
        const char *value = record_get(&r->record[i], axis);

        if (type == H5_TEXT)
            ((char **)data)[i] = xstrdup(value);
        else if (type == H5_INT64)
            ((int64_t *)data)[i] = (int64_t)number_parse(value, NULL);
        else
            ((double *)data)[i] = number_parse(value, NULL);
    }
}

/* Appends a column of texts that is not an axis. Returns its data, which the caller fills. */
static char **add_texts(struct table *t, const struct results *r, const char *name)
{
    return table_add(t, H5_TEXT, column_name(r, name), NULL);
}

/* Adds the columns of the final values and of the numbers of number_info. */
static void add_numbers(struct table *t, const struct results *r)
{
    for (int m = 0; m < METRICS; m++) {
        char *name = column_name(r, metric_info[m].name);
        double *final = table_add(t, H5_FLOAT64, name, metric_info[m].unit);

        for (int i = 0; i < r->records; i++)
            final[i] = trial_final(&r->record[i].result, (enum metric)m);
    }
    for (int n = 0; n < NUMBERS; n++) {
        char *name = column_name(r, number_info[n].name);
        double *v = table_add(t, H5_FLOAT64, name, number_info[n].unit);

        for (int i = 0; i < r->records; i++)
            v[i] = number_get(&r->record[i].result, n);
    }
}

/* The attributes of a trial's provenance that are columns of /trials, because they may differ between trials. */
static const char *const origins[] = {"source_commit", "isa", "host"};
enum { ORIGINS = sizeof origins / sizeof *origins };

/* Adds the columns of `origins`. */
static void add_origins(struct table *t, const struct results *r)
{
    for (int k = 0; k < ORIGINS; k++) {
        char **text = add_texts(t, r, origins[k]);

        for (int i = 0; i < r->records; i++) {
            const char *value = config_get(&r->record[i].origin, origins[k]);

            text[i] = xstrdup(value ? value : "");
        }
    }
}

static void write_trials(struct h5_file *f, const struct results *r)
{
    struct table t = {.rows = (size_t)r->records};
    char **key = add_texts(&t, r, "key"), **status, **message, **sha256, **config;
    int64_t *seed;

    for (int a = 0; a < r->axes; a++)
        add_axis(&t, r, r->axis[a]);
    seed = table_add(&t, H5_INT64, column_name(r, "seed"), NULL);
    status = add_texts(&t, r, "status");
    message = add_texts(&t, r, "message");
    add_numbers(&t, r);
    add_origins(&t, r);
    sha256 = add_texts(&t, r, "data_sha256");
    config = add_texts(&t, r, "config");
    for (int i = 0; i < r->records; i++) {
        const struct record *record = &r->record[i];
        struct text text = {0};

        config_print(&record->config, &text);
        key[i] = xstrdup(record->key);
        seed[i] = record->seed;
        status[i] = xstrdup(trial_status_name[record->result.status]);
        message[i] = xstrdup(record->result.message ? record->result.message : "");
        sha256[i] = xstrdup(record->result.data_sha256);
        config[i] = text.s ? text.s : xstrdup("");
    }
    h5_write_table(f, "/trials", t.rows, t.column, t.count);
    h5_set_text(f, "/trials", "description", "a row per trial; metrics after the last epoch");
    h5_table_clear(t.rows, t.column, t.count);
}

/* Writes /trial, the dimension scale of the trials. */
static void write_trial_scale(struct h5_file *f, const struct results *r)
{
    struct h5_array a = {.type = H5_INT64, .rank = 1, .dim = {(size_t)r->records}};
    int64_t *row = xcalloc(a.dim[0], sizeof *row);

    for (int i = 0; i < r->records; i++)
        row[i] = i;
    a.data = row;
    h5_write(f, "/trial", &a, 0, "1", "row of /trials");
    free(row);
}

/* Writes the root attribute data_sha256: the distinct data_sha256 of all trials, separated by blanks. When no trial
 * has one, writes that of the provenance. */
static void write_data_sha256(struct h5_file *f, const struct results *r)
{
    const char *known = config_get(&r->provenance, "data_sha256");
    struct list sums = {0};
    char *all;

    for (int i = 0; i < r->records; i++)
        if (*r->record[i].result.data_sha256)
            list_add_new(&sums, r->record[i].result.data_sha256);
    all = list_join(&sums, " ");
    h5_set_text(f, "/", "data_sha256", *all || !known ? all : known);
    list_clear(&sums);
    free(all);
}

int store_merged_write(const char *path, struct results *r)
{
    struct h5_file *f = h5_create(path);
    char *axes;

    if (!f)
        return -1;
    store_write_head(f, r->experiment, r->version);
    axes = list_join(&(struct list){r->axis, r->axes}, " ");
    h5_set_text(f, "/", "axes", axes);
    free(axes);
    write_data_sha256(f, r);
    store_write_provenance(f, &r->provenance);
    write_trials(f, r);
    write_trial_scale(f, r);
    store_write_curves(f, r);
    store_write_profiles(f, r->record, r->records, true);
    store_write_all_mistakes(f, r);
    return h5_publish(f);
}

/* ---- reading ---- */

static int read_head(struct h5_file *f, const char *path, struct results *r)
{
    /* texts that are not part of the provenance: struct results has other members for them */
    static const char *const not_provenance[] = {"experiment", "axes", NULL};
    char *axes = h5_get_text(f, "/", "axes");
    struct list names = {0}, renamed = {0};

    if (store_check_schema(f, path)) {
        free(axes);
        return -1;
    }
    store_read_experiment(f, &r->experiment, &r->version);
    h5_get_texts(f, "/", not_provenance, &r->provenance);
    list_split(&names, axes ? axes : "", " ");
    for (int i = 0; i < names.count; i++)
        list_add(&renamed, trial_key_now(names.item[i]));
    r->axis = renamed.item;
    r->axes = renamed.count;
    list_clear(&names);
    free(axes);
    if (!r->experiment || !h5_exists(f, "/trials"))
        return error("%s: not the merged file of an experiment", path);
    return 0;
}

/* Returns the index of a trial's last point, from its configuration: epochs * evals_per_epoch. When the
 * configuration has no epochs, or the file has fewer columns, the index of the last column of the file. */
static int record_points(const struct record *r, const struct store_columns *c)
{
    const char *epochs = config_get(&r->config, "epochs");
    double points = epochs ? number_parse(epochs, NULL) * store_evals_per_epoch(r) : INT_MAX;

    return points >= 0 && points < (double)c->count ? (int)points : (int)c->count - 1;
}

/* The columns of /trials in memory. Each is an array [rows], or NULL when the file has no such column. The columns are
 * looked up once for all rows. */
struct columns {
    char **key, **status, **message, **config, **sha256, **origin[ORIGINS];
    char ***axis; /* [axes] of the results; NULL also for axes whose columns have numbers */
    int64_t *seed;
    double *number[NUMBERS], *final[METRICS];
};

static void find_columns(struct columns *c, const struct table *t, const struct results *r)
{
    c->key = result_find(t, r, H5_TEXT, "key");
    c->status = result_find(t, r, H5_TEXT, "status");
    c->message = result_find(t, r, H5_TEXT, "message");
    c->config = result_find(t, r, H5_TEXT, "config");
    c->sha256 = result_find(t, r, H5_TEXT, "data_sha256");
    c->seed = result_find(t, r, H5_INT64, "seed");
    c->axis = xcalloc((size_t)r->axes + 1, sizeof *c->axis);
    for (int k = 0; k < ORIGINS; k++)
        c->origin[k] = result_find(t, r, H5_TEXT, origins[k]);
    for (int a = 0; a < r->axes; a++)
        c->axis[a] = table_find(t, H5_TEXT, r->axis[a]);
    for (int n = 0; n < NUMBERS; n++)
        c->number[n] = result_find(t, r, H5_FLOAT64, number_info[n].name);
    for (int m = 0; m < METRICS; m++)
        c->final[m] = result_find(t, r, H5_FLOAT64, metric_info[m].name);
}

/* Reads the numbers of record i, and the last point of each curve. For metrics without curves in the file, the file
 * has no other point. */
static void read_numbers(const struct columns *c, struct results *r, int i)
{
    struct trial_result *result = &r->record[i].result;

    for (int n = 0; n < NUMBERS; n++)
        number_set(result, n, c->number[n] ? c->number[n][i] : NAN);
    for (int m = 0; m < METRICS; m++)
        if (c->final[m])
            result->curve[m][result->points] = c->final[m][i];
}

/* Returns canon_label() of the configuration of row i, and the values of its axes, as a new string; or NULL. */
static char *row_label(const struct columns *c, const struct results *r, int i,
                       char seed[CANON_SEED])
{
    char *config = canon_label(c->config[i], seed);
    struct text label = {0};

    if (!config)
        return NULL;
    text_adds(&label, config);
    for (int a = 0; a < r->axes; a++)
        if (c->axis[a])
            text_add(&label, "\n%s", c->axis[a][i]);
    free(config);
    return label.s;
}

/* Sets the configuration of record i as the file has it. Axes that the column `config` lacks are taken from columns of their
 * own. Returns 0, or -1 after a message. */
static int parse_row(const char *path, const struct columns *c, struct results *r, int i)
{
    struct record *record = &r->record[i];

    if (store_config_parse(path, c->config[i], &record->config))
        return -1;
    trial_rename_keys(&record->config);
    for (int a = 0; a < r->axes; a++)
        if (c->axis[a] && *c->axis[a][i] && !config_get(&record->config, r->axis[a]))
            config_set(&record->config, r->axis[a], c->axis[a][i]);
    return 0;
}

/* Sets the configuration of record i, completed if possible, and its key. Returns 0, or -1 after a message. */
static int read_config(struct canon *known, const char *path, const struct columns *c,
                       struct results *r, int i)
{
    struct record *record = &r->record[i];
    char seed[CANON_SEED], *label = row_label(c, r, i, seed);
    int bad = 0;

    if (!label || !canon_take(known, label, seed, record, r->experiment, r->version)) {
        bad = parse_row(path, c, r, i);
        if (!bad && store_canonize(known, record, r->experiment, r->version) && label &&
            strcmp(record_get(record, "seed"), seed) == 0)
            canon_add(known, label, &record->config);
    }
    free(label);
    return bad;
}

/* Fills record i from its row of /trials, except the curves. Returns 0, or -1 after a message. */
static int read_row(struct canon *known, const char *path, const struct columns *c,
                    struct results *r, int i, const struct store_columns *columns)
{
    struct record *record = &r->record[i];
    bool fits = strlen(c->key[i]) < sizeof record->key;
    char key[TRIAL_KEY];

    if (fits)
        strcpy(record->key, c->key[i]);
    if (read_config(known, path, c, r, i))
        return -1;
    strcpy(key, record->key);
    trial_result_init(&record->result, record_points(record, columns),
                      store_evals_per_epoch(record));
    record->seed = c->seed[i];
    if (c->sha256)
        store_set_data_sha256(record, c->sha256[i]);
    for (int k = 0; k < ORIGINS; k++)
        if (c->origin[k] && *c->origin[k][i])
            config_set(&record->origin, origins[k], c->origin[k][i]);
    read_numbers(c, r, i);
    return store_set_facts(record, path, fits ? key : c->key[i], c->status[i],
                           xstrdup(c->message ? c->message[i] : ""));
}

/* Sets values that older files have only once, for all rows: data_sha256 and the attributes `origins`. */
static void read_common(struct h5_file *f, struct results *r)
{
    char *sha256 = h5_get_text(f, "/", "data_sha256");

    for (int i = 0; sha256 && i < r->records; i++)
        if (!*r->record[i].result.data_sha256)
            store_set_data_sha256(&r->record[i], sha256);
    free(sha256);
    for (int k = 0; k < ORIGINS; k++) {
        char *all = h5_get_text(f, "/", origins[k]);
        bool one = all && *all && !strchr(all, ';');

        for (int i = 0; one && i < r->records; i++)
            if (!config_get(&r->record[i].origin, origins[k]))
                config_set(&r->record[i].origin, origins[k], all);
        free(all);
    }
}

static int read_rows(struct h5_file *f, const char *path, struct results *r,
                     const struct store_columns *columns)
{
    struct columns c = {0};
    struct canon known = {0};
    struct table t = {0};
    int result = h5_read_table(f, "/trials", &t.rows, &t.column, &t.count);

    if (result == 0 && t.rows > INT_MAX)
        result = store_damaged(path, "/trials has too many rows");
    if (result == 0) {
        find_columns(&c, &t, r);
        r->record = xcalloc(t.rows, sizeof *r->record);
    }
    if (result == 0 && t.rows && (!c.key || !c.seed || !c.status || !c.config))
        result = store_damaged(path, "/trials lacks key, seed, status or config");
    for (size_t i = 0; i < t.rows && result == 0; i++) {
        r->records++;
        result = read_row(&known, path, &c, r, (int)i, columns);
    }
    if (result == 0)
        read_common(f, r);
    canon_clear(&known);
    free(c.axis);
    h5_table_clear(t.rows, t.column, t.count);
    return result;
}

int store_read_merged(struct h5_file *f, const char *path, struct results *r)
{
    struct store_columns columns;
    int result;

    if (read_head(f, path, r) || store_read_epochs(f, path, &columns))
        return -1;
    result = read_rows(f, path, r, &columns);
    if (result == 0)
        result = store_read_curves(f, path, r, &columns);
    if (result == 0)
        result = store_read_profiles(f, path, r->record, r->records, true);
    if (result == 0)
        result = store_read_all_mistakes(f, path, r);
    free(columns.epoch);
    return result;
}

int store_merged_read(const char *path, struct results *r)
{
    struct h5_file *f = h5_open(path);
    int bad;

    memset(r, 0, sizeof *r);
    bad = f ? store_read_merged(f, path, r) : -1;
    h5_close(f);
    if (bad)
        results_clear(r);
    return bad;
}
