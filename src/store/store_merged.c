#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "store/store_internal.h"
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the table's columns ---- */

/* The name of a column that is not an axis. An axis may be called as a result is (lr); the axis
 * keeps the name. The caller frees. */
static char *column_name(const struct results *r, const char *name)
{
    for (int i = 0; i < r->axes; i++)
        if (strcmp(r->axis[i], name) == 0)
            return format_new("result_%s", name);
    return xstrdup(name);
}

struct table {
    struct h5_column *column;
    int count;
    size_t rows;
};

/* A new column with room for all rows. Takes name. */
static void *table_add(struct table *t, enum h5_type type, char *name, const char *unit)
{
    struct h5_column *c;

    t->column = xrealloc(t->column, (size_t)(t->count + 1) * sizeof *t->column);
    c = &t->column[t->count++];
    c->type = type;
    c->name = name;
    c->unit = unit ? xstrdup(unit) : NULL;
    c->data = xcalloc(t->rows, sizeof(double));
    return c->data;
}

static void table_clear(struct table *t)
{
    h5_table_clear(t->rows, t->column, t->count);
}

/* NULL where there is no such column of that type. */
static void *table_find(const struct table *t, enum h5_type type, const char *name)
{
    for (int i = 0; i < t->count; i++)
        if (t->column[i].type == type && strcmp(t->column[i].name, name) == 0)
            return t->column[i].data;
    return NULL;
}

/* As table_find(), by the name that column_name() makes. */
static void *result_find(const struct table *t, const struct results *r, enum h5_type type,
                         const char *name)
{
    char *column = column_name(r, name);
    void *data = table_find(t, type, column);

    free(column);
    return data;
}

/* ---- writing ---- */

/* Is every value of the axis a number, and every number whole? */
static bool is_number_axis(const struct results *r, const char *axis, bool *whole)
{
    *whole = true;
    for (int i = 0; i < r->records; i++) {
        const char *value = record_get(&r->record[i], axis);
        char *end;
        double v = number_parse(value, &end);

        if (!*value || *end || !isfinite(v))
            return false;
        *whole = *whole && v == floor(v) && fabs(v) < 0x1p53;
    }
    return r->records > 0;
}

/* Batch sizes and rates are numbers, so that they can be sorted and compared; norms are text. */
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

static void add_key_and_axes(struct table *t, const struct results *r)
{
    char **key = table_add(t, H5_TEXT, column_name(r, "key"), NULL);
    int64_t *seed;

    for (int i = 0; i < r->records; i++)
        key[i] = xstrdup(r->record[i].key);
    for (int a = 0; a < r->axes; a++)
        add_axis(t, r, r->axis[a]);
    seed = table_add(t, H5_INT64, column_name(r, "seed"), NULL);
    for (int i = 0; i < r->records; i++)
        seed[i] = r->record[i].seed;
}

static void add_outcome(struct table *t, const struct results *r)
{
    char **status = table_add(t, H5_TEXT, column_name(r, "status"), NULL);
    char **message = table_add(t, H5_TEXT, column_name(r, "message"), NULL);

    for (int i = 0; i < r->records; i++) {
        const struct trial_result *result = &r->record[i].result;

        status[i] = xstrdup(trial_status_name[result->status]);
        message[i] = xstrdup(result->message ? result->message : "");
    }
}

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

/* The commit of the build, the data's checksum and the whole configuration. */
static void add_origin(struct table *t, const struct results *r)
{
    char **commit = table_add(t, H5_TEXT, column_name(r, "source_commit"), NULL);
    char **sha256 = table_add(t, H5_TEXT, column_name(r, "data_sha256"), NULL);
    char **config = table_add(t, H5_TEXT, column_name(r, "config"), NULL);

    for (int i = 0; i < r->records; i++) {
        const char *of_row = config_get(&r->record[i].origin, "source_commit");
        struct text text = {0};

        commit[i] = xstrdup(of_row ? of_row : "");
        sha256[i] = xstrdup(r->record[i].result.data_sha256);
        config_print(&r->record[i].config, &text);
        config[i] = xstrdup(text_str(&text));
        text_clear(&text);
    }
}

static void write_trials(struct h5_file *f, const struct results *r)
{
    struct table t = {.rows = (size_t)r->records};

    add_key_and_axes(&t, r);
    add_outcome(&t, r);
    add_numbers(&t, r);
    add_origin(&t, r);
    h5_write_table(f, "/trials", t.rows, t.column, t.count);
    h5_set_text(f, "/trials", "description", "a row per trial; metrics after the last epoch");
    table_clear(&t);
}

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

/* The data's checksums with blanks between; those of the file read where that names no trial's. */
static void write_data_sha256(struct h5_file *f, const struct results *r)
{
    const char *known = config_get(&r->provenance, "data_sha256");
    struct text all = {0};

    for (int i = 0; i < r->records; i++) {
        const char *one = r->record[i].result.data_sha256;

        if (*one && !strstr(text_str(&all), one))
            text_add(&all, "%s%s", all.length ? " " : "", one);
    }
    h5_set_text(f, "/", "data_sha256", all.length == 0 && known ? known : text_str(&all));
    text_clear(&all);
}

static void write_axes(struct h5_file *f, const struct results *r)
{
    struct text axes = {0};

    for (int a = 0; a < r->axes; a++)
        text_add(&axes, "%s%s", a ? " " : "", r->axis[a]);
    h5_set_text(f, "/", "axes", text_str(&axes));
    text_clear(&axes);
}

int store_merged_write(const char *path, struct results *r)
{
    struct h5_file *f = h5_create(path);

    if (!f)
        return -1;
    store_write_head(f, r->experiment, r->version);
    write_axes(f, r);
    write_data_sha256(f, r);
    store_write_provenance(f, &r->provenance);
    write_trials(f, r);
    write_trial_scale(f, r);
    store_write_curves(f, r);
    return h5_publish(f);
}

/* ---- reading ---- */

static void read_axes(struct h5_file *f, struct results *r)
{
    char *axes = h5_get_text(f, "/", "axes"), *rest = axes, *word;

    while (axes && (word = strsep(&rest, " "))) {
        if (*word == '\0')
            continue;
        r->axis = xrealloc(r->axis, (size_t)(r->axes + 1) * sizeof *r->axis);
        r->axis[r->axes++] = xstrdup(trial_key_now(word));
    }
    free(axes);
}

/* All root attributes but those that have a field of their own in struct results. */
static void read_provenance(struct h5_file *f, struct results *r)
{
    char **name;
    int n = h5_list_attributes(f, "/", &name);

    for (int i = 0; i < n; i++) {
        char *value = h5_get_text(f, "/", name[i]);

        if (value && strcmp(name[i], "experiment") && strcmp(name[i], "axes"))
            config_set(&r->provenance, name[i], value);
        free(value);
        free(name[i]);
    }
    free(name);
}

static int read_head(struct h5_file *f, const char *path, struct results *r)
{
    double version = h5_get_number(f, "/", "experiment_version");

    if (store_check_schema(f, path))
        return -1;
    r->experiment = h5_get_text(f, "/", "experiment");
    if (!r->experiment || !h5_exists(f, "/trials"))
        return error("%s: not the merged file of an experiment", path);
    r->version = version >= 0 && version <= INT_MAX ? (int)version : 0;
    read_axes(f, r);
    read_provenance(f, r);
    return 0;
}

/* The points that a trial planned, by its configuration; all of the file's where that does not tell. */
static int record_points(const struct record *r, const struct store_columns *c)
{
    const char *epochs = config_get(&r->config, "epochs");
    double points = epochs ? number_parse(epochs, NULL) * store_evals_per_epoch(r) : INT_MAX;

    return points >= 0 && points < (double)c->count ? (int)points : (int)c->count - 1;
}

/* The numbers of record i, and the last points of its curves, which may be all that the file has of
 * them. */
static void read_numbers(const struct table *t, struct results *r, int i)
{
    struct trial_result *result = &r->record[i].result;

    for (int n = 0; n < NUMBERS; n++) {
        double *v = result_find(t, r, H5_FLOAT64, number_info[n].name);

        number_set(result, n, v ? v[i] : NAN);
    }
    for (int m = 0; m < METRICS; m++) {
        double *final = result_find(t, r, H5_FLOAT64, metric_info[m].name);

        if (final)
            result->curve[m][result->points] = final[i];
    }
}

/* Makes record i from its row, all but the curves. */
static int read_row(const char *path, const struct table *t, struct results *r, int i,
                    const struct store_columns *columns)
{
    struct record *record = &r->record[i];
    char **key = result_find(t, r, H5_TEXT, "key"), **status = result_find(t, r, H5_TEXT, "status");
    char **message = result_find(t, r, H5_TEXT, "message");
    char **config = result_find(t, r, H5_TEXT, "config");
    char **sha256 = result_find(t, r, H5_TEXT, "data_sha256");
    char **commit = result_find(t, r, H5_TEXT, "source_commit");
    int64_t *seed = result_find(t, r, H5_INT64, "seed");

    if (!key || !seed || !status || !config)
        return store_damaged(path, "/trials lacks key, seed, status or config");
    if (config_parse(&record->config, config[i]))
        return -1;
    trial_rename_keys(&record->config);
    for (int a = 0; a < r->axes; a++) {
        char **value = table_find(t, H5_TEXT, r->axis[a]);

        if (value && !config_get(&record->config, r->axis[a]))
            config_set(&record->config, r->axis[a], value[i]);
    }
    trial_result_init(&record->result, record_points(record, columns),
                      store_evals_per_epoch(record));
    record->seed = seed[i];
    if (sha256)
        store_set_data_sha256(record, sha256[i]);
    if (commit && *commit[i])
        config_set(&record->origin, "source_commit", commit[i]);
    read_numbers(t, r, i);
    if (store_set_facts(record, path, key[i], status[i], xstrdup(message ? message[i] : "")))
        return -1;
    store_canonize(record, r->experiment, r->version);
    return 0;
}

static int read_rows(struct h5_file *f, const char *path, struct results *r,
                     const struct store_columns *columns)
{
    char *sha256 = h5_get_text(f, "/", "data_sha256"),
         *commit = h5_get_text(f, "/", "source_commit");
    bool one_commit = commit && !strchr(commit, ';');
    struct table t = {0};
    int result = h5_read_table(f, "/trials", &t.rows, &t.column, &t.count);

    if (result == 0 && t.rows > INT_MAX)
        result = store_damaged(path, "/trials has too many rows");
    if (result == 0)
        r->record = xcalloc(t.rows, sizeof *r->record);
    for (size_t i = 0; i < t.rows && result == 0; i++) {
        r->records++;
        result = read_row(path, &t, r, (int)i, columns);
        if (sha256 && !*r->record[i].result.data_sha256)
            store_set_data_sha256(&r->record[i], sha256);
        if (one_commit && !config_get(&r->record[i].origin, "source_commit"))
            config_set(&r->record[i].origin, "source_commit", commit);
    }
    table_clear(&t);
    free(sha256);
    free(commit);
    return result;
}

static int read_merged(struct h5_file *f, const char *path, struct results *r)
{
    struct store_columns columns;
    int result;

    if (read_head(f, path, r))
        return -1;
    if (store_read_epochs(f, path, &columns))
        return -1;
    result = read_rows(f, path, r, &columns);
    if (result == 0)
        result = store_read_curves(f, path, r, &columns);
    free(columns.epoch);
    return result;
}

int store_merged_read(const char *path, struct results *results)
{
    struct h5_file *f = h5_open(path);
    int r;

    memset(results, 0, sizeof *results);
    if (!f)
        return -1;
    r = read_merged(f, path, results);
    h5_close(f);
    if (r)
        results_clear(results);
    return r;
}
