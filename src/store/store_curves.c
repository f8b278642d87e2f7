/* Reads and writes curves in trial files and merged files. In a merged file, a curve has a row for each trial and a
 * column for each epoch at which some trial has a point. */
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "store/store_internal.h"
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- shared by trial files and merged files ---- */

void store_write_epochs(struct h5_file *f, const struct store_columns *columns)
{
    struct h5_array a = {
        .type = H5_FLOAT64, .rank = 1, .dim = {columns->count}, .data = columns->epoch};

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
            r = store_damaged(path, "a curve does not have the shape of the others");
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

/* ---- merged files ---- */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Returns all epochs at which some trial has a point, in ascending order. The caller frees the array. */
static struct store_columns join_epochs(const struct results *r)
{
    size_t all = 1, kept = 1;
    double *epoch;

    for (int i = 0; i < r->records; i++)
        all += (size_t)r->record[i].result.points;
    /* element 0 stays 0, the epoch of the point before training */
    epoch = xcalloc(all, sizeof *epoch);
    all = 1;
    for (int i = 0; i < r->records; i++)
        for (int p = 1; p <= r->record[i].result.points; p++)
            epoch[all++] = trial_epochs_at(&r->record[i].result, p);
    qsort(epoch, all, sizeof *epoch, by_value);
    for (size_t i = 1; i < all; i++)
        if (epoch[i] > epoch[kept - 1])
            epoch[kept++] = epoch[i];
    return (struct store_columns){epoch, kept};
}

/* Copies the curve of metric m from a trial's result to its row of a merged curve (INTO_ROW), or back (OUT_OF_ROW).
 * Points whose epoch has no column are not copied. Epochs can be compared with ==, because point / evals_per_epoch is
 * rounded correctly. */
enum direction { INTO_ROW, OUT_OF_ROW };
static void copy_curve(enum direction direction, struct trial_result *r, enum metric m,
                       const struct store_columns *columns, double *row)
{
    size_t i = 0;

    for (int p = 0; p <= r->points; p++) {
        double epoch = trial_epochs_at(r, p);

        while (i < columns->count && columns->epoch[i] < epoch)
            i++;
        if (i == columns->count || columns->epoch[i] != epoch)
            continue;
        if (direction == INTO_ROW)
            row[i] = r->curve[m][p];
        else
            r->curve[m][p] = row[i];
    }
}

/* Writes the curves of metric m as /curves/<metric> [trial, epoch]. */
static void write_curve(struct h5_file *f, const struct results *r, enum metric m,
                        const struct store_columns *columns)
{
    struct h5_array a = {
        .type = H5_FLOAT64, .rank = 2, .dim = {(size_t)r->records, columns->count}};
    char *name = format_new("/curves/%s", metric_info[m].name);
    double *v = xcalloc(h5_count(&a), sizeof *v);

    for (size_t i = 0; i < h5_count(&a); i++)
        v[i] = NAN;
    for (int i = 0; i < r->records; i++)
        copy_curve(INTO_ROW, &r->record[i].result, m, columns, v + (size_t)i * columns->count);
    a.data = v;
    h5_write_columns(f, name, &a, metric_info[m].unit, metric_info[m].help);
    h5_scale(f, name, 0, "/trial", "trial");
    h5_scale(f, name, 1, "/epoch", "epoch");
    free(v);
    free(name);
}

bool results_measured(const struct results *r, enum metric m)
{
    for (int i = 0; i < r->records; i++)
        for (int p = 0; p <= r->record[i].result.points; p++)
            if (!isnan(r->record[i].result.curve[m][p]))
                return true;
    return false;
}

void store_write_curves(struct h5_file *f, struct results *r)
{
    struct store_columns columns = join_epochs(r);
    struct text left_out = {0};

    store_write_epochs(f, &columns);
    h5_group(f, "/curves");
    for (int m = 0; m < METRICS; m++) {
        bool measured = results_measured(r, (enum metric)m);

        r->left_out[m] |= measured && !metric_info[m].merged_curve;
        if (r->left_out[m])
            text_add_item(&left_out, " ", "%s", metric_info[m].name);
        else if (measured)
            write_curve(f, r, (enum metric)m, &columns);
    }
    h5_set_text(f, "/curves", "left_out", text_str(&left_out));
    text_clear(&left_out);
    free(columns.epoch);
}

/* Sets r->left_out from the attribute left_out of /curves. Files without the attribute have all curves. Names of
 * metrics that no longer exist are ignored. */
static void read_left_out(struct h5_file *f, struct results *r)
{
    char *text = h5_get_text(f, "/curves", "left_out");
    struct list names = {0};

    if (text)
        list_split(&names, text, " ");
    for (int i = 0; i < names.count; i++) {
        enum metric m = metric_find(names.item[i]);

        if (m < METRICS)
            r->left_out[m] = true;
    }
    list_clear(&names);
    free(text);
}

int store_read_curves(struct h5_file *f, const char *path, struct results *r,
                      const struct store_columns *columns)
{
    int result = 0;

    read_left_out(f, r);
    for (int m = 0; m < METRICS && result == 0; m++) {
        double *v;

        result =
            store_read_curve(f, path, (enum metric)m, 2, (size_t)r->records, columns->count, &v);
        for (int i = 0; i < r->records && v; i++)
            copy_curve(OUT_OF_ROW, &r->record[i].result, (enum metric)m, columns,
                       v + (size_t)i * columns->count);
        free(v);
    }
    return result;
}
