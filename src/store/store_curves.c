#include "base/arena.h"
#include "base/text.h"
#include "store/store_internal.h"
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- what both files share ---- */

void store_write_epochs(struct h5_file *f, double *epoch, size_t count)
{
    struct h5_array a = {.type = H5_FLOAT64, .rank = 1, .dim = {count}, .data = epoch};

    h5_write(f, "/epoch", &a, 0, "1", "epochs of training done; 0 is before training");
}

int store_read_curve(struct h5_file *f, const char *path, enum metric m, int rank, size_t rows,
                     size_t points, double **data)
{
    char *name = format_new("/curves/%s", metric_info[m].name);
    struct h5_array a = {0};
    int r = 0;

    *data = NULL;
    if (h5_exists(f, name)) {
        r = h5_read(f, name, &a);
        if (r == 0 && (a.type == H5_TEXT || a.rank != rank || a.dim[rank - 1] != points ||
                       (rank == 2 && a.dim[0] != rows))) {
            h5_array_clear(&a);
            r = store_damaged(path, "a curve has not the shape of the others");
        }
        *data = a.data;
    }
    free(name);
    return r;
}

int store_read_epochs(struct h5_file *f, const char *path, struct store_columns *columns)
{
    struct h5_array a;

    if (h5_read(f, "/epoch", &a))
        return -1;
    if (a.type == H5_TEXT || a.rank != 1 || a.dim[0] == 0 || a.dim[0] >= INT_MAX) {
        h5_array_clear(&a);
        return store_damaged(path, "/epoch should be a list of numbers");
    }
    *columns = (struct store_columns){a.data, a.dim[0]};
    return 0;
}

/* ---- the merged file: a row of curves per trial, a column per epoch at which some trial has a point ---- */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The epochs at which some trial has a point, rising, in a new array. */
static double *join_epochs(const struct results *r, size_t *count)
{
    size_t all = 1, kept = 1;
    double *epoch;

    for (int i = 0; i < r->records; i++)
        all += (size_t)r->record[i].result.points;
    epoch = xcalloc(all, sizeof *epoch); /* the first: 0, before training */
    all = 1;
    for (int i = 0; i < r->records; i++)
        for (int p = 1; p <= r->record[i].result.points; p++)
            epoch[all++] = trial_epochs_at(&r->record[i].result, p);
    qsort(epoch, all, sizeof *epoch, by_value);
    for (size_t i = 1; i < all; i++)
        if (epoch[i] > epoch[kept - 1])
            epoch[kept++] = epoch[i];
    *count = kept;
    return epoch;
}

/* Where each point of a result is among epochs, which rise: at[p] is the index of point p's, or count where
 * there is none. Two points with the same epoch have the same double: p / evals_per_epoch is rounded correctly. */
static void place_points(const struct trial_result *r, const double *epoch, size_t count,
                         size_t *at)
{
    size_t i = 0;

    for (int p = 0; p <= r->points; p++) {
        while (i < count && epoch[i] < trial_epochs_at(r, p))
            i++;
        at[p] = i < count && epoch[i] == trial_epochs_at(r, p) ? i : count;
    }
}

/* Where each trial's points stand in the rows of curves: an array for each record. */
static size_t **place_records(const struct results *r, const double *epoch, size_t count)
{
    size_t **at = xcalloc((size_t)r->records, sizeof *at);

    for (int i = 0; i < r->records; i++) {
        at[i] = xcalloc((size_t)r->record[i].result.points + 1, sizeof *at[i]);
        place_points(&r->record[i].result, epoch, count, at[i]);
    }
    return at;
}

static void free_places(const struct results *r, size_t **at)
{
    for (int i = 0; i < r->records; i++)
        free(at[i]);
    free(at);
}

static void write_curve(struct h5_file *f, const struct results *r, enum metric m, size_t columns,
                        size_t *const *at)
{
    struct h5_array a = {.type = H5_FLOAT64, .rank = 2, .dim = {(size_t)r->records, columns}};
    char *name = format_new("/curves/%s", metric_info[m].name);
    double *v = xcalloc(h5_count(&a), sizeof *v);

    for (size_t i = 0; i < h5_count(&a); i++)
        v[i] = NAN;
    for (int i = 0; i < r->records; i++)
        for (int p = 0; p <= r->record[i].result.points; p++)
            v[(size_t)i * columns + at[i][p]] = r->record[i].result.curve[m][p];
    a.data = v;
    h5_write_columns(f, name, &a, metric_info[m].unit, metric_info[m].help);
    h5_scale(f, name, 0, "/trial", "trial");
    h5_scale(f, name, 1, "/epoch", "epoch");
    free(v);
    free(name);
}

/* The step of thrift that leaves the metric out; 0: none does. */
static int thrift_without(enum metric m)
{
    static const struct {
        enum metric first, last;
    } group[STORE_THRIFT_MOST - 1] = {
        {METRIC_mean_bias_first, METRIC_var_bias_last},
        {METRIC_stat_distance, METRIC_var_distance},
        {METRIC_pad_change, METRIC_pad_change_train},
        {METRIC_gamma_mean, METRIC_beta_sd},
    };

    if (metric_info[m].timing)
        return m == METRIC_train_seconds ? 0 : 1; /* seconds to a target are read off it */
    for (int i = 0; i < STORE_THRIFT_MOST - 1; i++)
        if (m >= group[i].first && m <= group[i].last)
            return i + 2;
    return 0;
}

/* Has any trial a value of the metric? */
static bool is_measured(const struct results *r, enum metric m)
{
    for (int i = 0; i < r->records; i++)
        for (int p = 0; p <= r->record[i].result.points; p++)
            if (!isnan(r->record[i].result.curve[m][p]))
                return true;
    return false;
}

void store_write_curves(struct h5_file *f, const struct results *r, int thrift,
                        struct text *left_out)
{
    size_t columns;
    double *epoch = join_epochs(r, &columns);
    size_t **at = place_records(r, epoch, columns);

    store_write_epochs(f, epoch, columns);
    h5_group(f, "/curves");
    for (int m = 0; m < METRICS; m++) {
        int without = thrift_without((enum metric)m);

        if (!r->left_out[m] && !is_measured(r, (enum metric)m))
            continue;
        if (r->left_out[m] || (without > 0 && without <= thrift))
            text_add(left_out, "%s%s", left_out->length ? " " : "", metric_info[m].name);
        else
            write_curve(f, r, (enum metric)m, columns, at);
    }
    h5_set_text(f, "/curves", "left_out", text_str(left_out));
    free_places(r, at);
    free(epoch);
}

/* Files without the attribute have all curves. */
static void read_left_out(struct h5_file *f, struct results *r)
{
    char *names = h5_get_text(f, "/curves", "left_out"), *rest = names, *word;

    while (names && (word = strsep(&rest, " ")))
        for (int m = 0; m < METRICS; m++)
            r->left_out[m] |= strcmp(word, metric_info[m].name) == 0;
    free(names);
}

int store_read_curves(struct h5_file *f, const char *path, struct results *r,
                      const struct store_columns *columns)
{
    size_t **at = place_records(r, columns->epoch, columns->count);
    int result = 0;

    read_left_out(f, r);
    for (int m = 0; m < METRICS && result == 0; m++) {
        double *v;

        result =
            store_read_curve(f, path, (enum metric)m, 2, (size_t)r->records, columns->count, &v);
        for (int i = 0; i < r->records && v; i++)
            for (int p = 0; p <= r->record[i].result.points; p++)
                if (at[i][p] < columns->count)
                    r->record[i].result.curve[m][p] = v[(size_t)i * columns->count + at[i][p]];
        free(v);
    }
    free_places(r, at);
    return result;
}
