/* Reads and writes profiles in trial files and merged files. */
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include "store/store_internal.h"
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STEP  "/profiles/step"
#define EPOCH "/profiles/epoch"
#define POINT "/scales/point"

/* The trials of a file. In a merged file the first dimension of arrays is that of the trials; arrays in a trial file
 * lack it. */
struct trials {
    struct record *record;
    size_t count;
    bool merged;
    size_t points; /* the largest number of points of a trial */
};

/* Paths in the file: of the profile's dataset, of the two HDF5 dimension scales that list its layers and its columns, and
 * of the dataset that says which trials have which layers. */
struct names {
    char *profile, *layer, *column, *present;
};

static struct names names_of(const char *probe)
{
    return (struct names){format_new("/profiles/%s", probe), format_new("/scales/%s_layer", probe),
                          format_new("/scales/%s_column", probe),
                          format_new("/profiles/%s_layers", probe)};
}

static void names_clear(struct names *n)
{
    free(n->profile);
    free(n->layer);
    free(n->column);
    free(n->present);
}

/* ---- layers of several trials ---- */

/* Returns the index of the first item from `at` on that is equal to name; -1 when there is none. */
static int find_from(const struct list *l, const char *name, int at)
{
    while (at < l->count && strcmp(l->item[at], name))
        at++;
    return at < l->count ? at : -1;
}

/* Inserts a copy of the name before the item with index `at`. */
static void insert(struct list *l, const char *name, int at)
{
    char *added;

    list_add(l, name);
    added = l->item[l->count - 1];
    memmove(&l->item[at + 1], &l->item[at], (size_t)(l->count - 1 - at) * sizeof *l->item);
    l->item[at] = added;
}

/* Adds the layers of a trial to `all`, so that `all` has the layers of each trial in the trial's order: a new name
 * is inserted after the layer before it. A name is in `all` twice when two trials have it in different orders. */
static void join_layers(struct list *all, const struct list *layer)
{
    int at = 0;

    for (int i = 0; i < layer->count; i++) {
        int found = find_from(all, layer->item[i], at);

        if (found < 0) {
            found = at;
            insert(all, layer->item[i], at);
        }
        at = found + 1;
    }
}

/* ---- writing ---- */

/* True when a float has exactly this value, and no subnormal one: these become 0 where the processor flushes them. */
static bool fits_float(double v)
{
    double size = fabs(v);

    return isnan(v) || isinf(v) || v == 0 ||
           (size >= FLT_MIN && size <= FLT_MAX && (double)(float)v == v);
}

/* Returns the smaller type that holds all values exactly. Probes round to the 24 bits of a float (probe_points.c), so only
 * values beyond a float's range, as those of a net that diverges, take a double. */
static enum h5_type exact_type(const double *v, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!fits_float(v[i]))
            return H5_FLOAT64;
    return H5_FLOAT32;
}

/* Writes the array v, which is [trials][points] when layers is 0, else [trials][points][layers][columns], with the
 * scales of its first dimensions. */
static void write_array(struct h5_file *f, const struct trials *t, const char *name, size_t layers,
                        size_t columns, double *v, const char *unit, const char *help)
{
    size_t dim[] = {t->count, t->points, layers, columns};
    struct h5_array a = {.data = v};

    for (int i = !t->merged; i < (layers ? 4 : 2); i++)
        a.dim[a.rank++] = dim[i];
    a.type = layers ? exact_type(v, h5_count(&a)) : H5_FLOAT64;
    h5_write(f, name, &a, 0, unit, help);
    if (t->merged)
        h5_scale(f, name, 0, "/trial", "trial");
    h5_scale(f, name, t->merged, POINT, "point");
}

/* Returns a new array of `count` NaN. */
static double *new_values(size_t count)
{
    double *v = xcalloc(count, sizeof *v);

    for (size_t i = 0; i < count; i++)
        v[i] = NAN;
    return v;
}

/* Writes the points at which probes measured: their numbers, and for each trial the steps and epochs before them. */
static void write_points(struct h5_file *f, const struct trials *t)
{
    struct h5_array number = {.type = H5_INT64, .rank = 1, .dim = {t->points}};
    double *step = new_values(t->count * t->points), *epoch = new_values(t->count * t->points);

    number.data = xcalloc(t->points, sizeof(int64_t));
    for (size_t i = 0; i < t->points; i++)
        ((int64_t *)number.data)[i] = (int64_t)i;
    for (size_t i = 0; i < t->count; i++) {
        const struct profiles *p = &t->record[i].result.profiles;

        for (int k = 0; k < p->points; k++) {
            step[i * t->points + (size_t)k] = p->step[k];
            epoch[i * t->points + (size_t)k] = p->epoch[k];
        }
    }
    h5_write(f, POINT, &number, 0, "1", "number of the point at which probes measured");
    write_array(f, t, STEP, 0, 0, step, "1", "training steps taken before the point");
    write_array(f, t, EPOCH, 0, 0, epoch, "1", "epochs of training done at the point");
    free(step);
    free(epoch);
    free(number.data);
}

static void write_texts(struct h5_file *f, const char *name, char **text, size_t count,
                        const char *help)
{
    struct h5_array a = {.type = H5_TEXT, .rank = 1, .dim = {count}, .data = text};

    h5_write(f, name, &a, 0, NULL, help);
}

/* Writes the scales of a profile's last two dimensions, and the units and descriptions of its columns. */
static void write_scales(struct h5_file *f, const struct trials *t, const struct names *n,
                         const struct list *layer, const struct profile_column *column)
{
    struct list columns = {0};

    for (; column->name; column++) {
        char *unit = format_new("units_%s", column->name),
             *help = format_new("description_%s", column->name);

        list_add(&columns, column->name);
        h5_set_text(f, n->profile, unit, column->unit);
        h5_set_text(f, n->profile, help, column->help);
        free(unit);
        free(help);
    }
    write_texts(f, n->layer, layer->item, (size_t)layer->count, "layers, from the input on");
    write_texts(f, n->column, columns.item, (size_t)columns.count, "columns of the probe");
    h5_scale(f, n->profile, t->merged + 1, n->layer, "layer");
    h5_scale(f, n->profile, t->merged + 2, n->column, "column");
    list_clear(&columns);
}

/* Copies a trial's profile to its part of v [trials][points][layers][columns], and sets present [trials][layers] to 1 where
 * the trial has the layer. layer: the names of all layers of v. */
static void copy_profile(const struct trials *t, size_t trial, const struct profile *p,
                         const struct list *layer, double *v, int64_t *present)
{
    size_t columns = (size_t)p->columns, layers = (size_t)layer->count;
    int at = 0;

    for (int i = 0; i < p->layer.count; i++, at++) {
        at = find_from(layer, p->layer.item[i], at);
        present[trial * layers + (size_t)at] = 1;
        for (int k = 0; k < t->record[trial].result.profiles.points; k++)
            memcpy(v + ((trial * t->points + (size_t)k) * layers + (size_t)at) * columns,
                   profile_at(p, k, i, 0), columns * sizeof *v);
    }
}

/* Writes present [trials][layers]. A trial file has no such dataset, because its trial has all layers. */
static void write_present(struct h5_file *f, const struct trials *t, const struct names *n,
                          size_t layers, int64_t *present)
{
    struct h5_array a = {.type = H5_INT64, .rank = 2, .dim = {t->count, layers}, .data = present};

    if (!t->merged)
        return;
    h5_write(f, n->present, &a, 0, "1", "1 where the net of the trial has the layer, else 0");
    h5_scale(f, n->present, 0, "/trial", "trial");
    h5_scale(f, n->present, 1, n->layer, "layer");
}

static void write_profile(struct h5_file *f, const struct trials *t, const char *probe)
{
    const struct profile_column *column = probe_columns(probe);
    struct names n = names_of(probe);
    struct list layer = {0};
    size_t columns = 0;
    int64_t *present;
    double *v;

    while (column[columns].name)
        columns++;
    for (size_t i = 0; i < t->count; i++) {
        const struct profile *p = profiles_find(&t->record[i].result.profiles, probe);

        if (p)
            join_layers(&layer, &p->layer);
    }
    if (layer.count) {
        v = new_values(t->count * t->points * (size_t)layer.count * columns);
        present = xcalloc(t->count * (size_t)layer.count, sizeof *present);
        for (size_t i = 0; i < t->count; i++) {
            const struct profile *p = profiles_find(&t->record[i].result.profiles, probe);

            if (p)
                copy_profile(t, i, p, &layer, v, present);
        }
        write_array(f, t, n.profile, (size_t)layer.count, columns, v, NULL, probe_help(probe));
        write_scales(f, t, &n, &layer, column);
        write_present(f, t, &n, (size_t)layer.count, present);
        free(present);
        free(v);
    }
    list_clear(&layer);
    names_clear(&n);
}

void store_write_profiles(struct h5_file *f, struct record *record, int count, bool merged)
{
    struct trials t = {record, (size_t)count, merged, 0};

    for (int i = 0; i < count; i++) {
        size_t points = (size_t)record[i].result.profiles.points;

        t.points = points > t.points ? points : t.points;
    }
    if (t.points > 0)
        write_points(f, &t);
    for (int i = 0; t.points > 0 && probe_name_at(i); i++)
        write_profile(f, &t, probe_name_at(i));
}

/* ---- reading ---- */

/* Reads an array that has `last_dims` dimensions after those of trials and points. Returns 0, or -1 after a message, also
 * when the array has another shape. h5_array_clear() frees a in both cases. */
static int read_array(struct h5_file *f, const char *path, const struct trials *t, const char *name,
                      int last_dims, struct h5_array *a)
{
    int first = t->merged;

    if (h5_read(f, name, a))
        return -1;
    if (a->type == H5_TEXT || a->rank != first + 1 + last_dims ||
        (first && a->dim[0] != t->count) || a->dim[first] != t->points)
        return store_damaged(path, "a profile does not have the shape of the others");
    return 0;
}

/* Reads a scale with `count` names. Returns 0, or -1 after a message. h5_array_clear() frees a in both cases. */
static int read_names(struct h5_file *f, const char *path, const char *name, size_t count,
                      struct h5_array *a)
{
    if (h5_read(f, name, a))
        return -1;
    if (a->type != H5_TEXT || a->rank != 1 || a->dim[0] != count)
        return store_damaged(path, "the layers or columns of a profile are not named");
    return 0;
}

/* Reads the points of each trial, and sets t->points. In a merged file, the points of a trial end before the first one whose
 * step is NaN. Returns 0, or -1 after a message. */
static int read_points(struct h5_file *f, const char *path, struct trials *t)
{
    struct h5_array step = {0}, epoch = {0};
    int result = h5_read(f, STEP, &step);

    if (result == 0 && (step.type == H5_TEXT || step.rank != t->merged + 1 ||
                        step.dim[t->merged] >= INT_MAX || (t->merged && step.dim[0] != t->count)))
        result = store_damaged(path, STEP " should have a number for each trial and point");
    t->points = result ? 0 : step.dim[t->merged];
    if (result == 0)
        result = read_array(f, path, t, EPOCH, 0, &epoch);
    for (size_t i = 0; i < t->count && result == 0; i++) {
        struct profiles *p = &t->record[i].result.profiles;
        const double *s = (double *)step.data + i * t->points;

        while ((size_t)p->points < t->points && !isnan(s[p->points]))
            p->points++;
        p->step = xcalloc((size_t)p->points, sizeof *p->step);
        p->epoch = xcalloc((size_t)p->points, sizeof *p->epoch);
        memcpy(p->step, s, (size_t)p->points * sizeof *p->step);
        memcpy(p->epoch, (double *)epoch.data + i * t->points,
               (size_t)p->points * sizeof *p->epoch);
    }
    h5_array_clear(&step);
    h5_array_clear(&epoch);
    return result;
}

/* The profiles of all trials for one probe, in the layout of the file. */
struct stored {
    const double *v; /* [trials][points][layers][columns] */
    size_t points, layers, columns;
    char *const *layer, *const *column; /* names */
    bool merged;
    /* [trials][layers], not 0 where the trial has the layer; NULL: the file has no such dataset */
    const double *present;
};

/* True when the trial has the layer. In a trial file this is always so. In a merged file without `present`, a trial
 * has the layers that have a value at one of its points. */
static bool has_layer(const struct stored *s, size_t trial, int points, size_t layer)
{
    if (!s->merged)
        return true;
    if (s->present)
        return s->present[trial * s->layers + layer] != 0;
    for (size_t k = 0; k < (size_t)points; k++)
        for (size_t c = 0; c < s->columns; c++)
            if (!isnan(s->v[((trial * s->points + k) * s->layers + layer) * s->columns + c]))
                return true;
    return false;
}

/* Adds the profile of one trial to p, unless the trial has none of the layers. Skips columns that this normlab does not
 * know. */
static void take_profile(const struct stored *s, size_t trial, const char *probe,
                         struct profiles *p)
{
    size_t *from = xcalloc(s->layers + 1, sizeof *from);
    struct list layer = {0};
    struct profile *own;

    for (size_t i = 0; i < s->layers; i++)
        if (has_layer(s, trial, p->points, i)) {
            from[layer.count] = i;
            list_add(&layer, s->layer[i]);
        }
    own = layer.count ? profiles_add(p, probe, &layer) : NULL;
    for (size_t c = 0; own && c < s->columns; c++) {
        int to = profile_column(own, s->column[c]);

        for (int k = 0; k < p->points && to >= 0; k++)
            for (int i = 0; i < layer.count; i++)
                *profile_at(own, k, i, to) =
                    s->v[((trial * s->points + (size_t)k) * s->layers + from[i]) * s->columns + c];
    }
    list_clear(&layer);
    free(from);
}

/* Reads which trials of a merged file have which layers. Returns 0, or -1 after a message. h5_array_clear() frees a in
 * both cases. */
static int read_present(struct h5_file *f, const char *path, const struct trials *t,
                        const struct names *n, size_t layers, struct h5_array *a)
{
    if (h5_read(f, n->present, a))
        return -1;
    if (a->type == H5_TEXT || a->rank != 2 || a->dim[0] != t->count || a->dim[1] != layers)
        return store_damaged(path, "which trials have which layers of a profile is not known");
    return 0;
}

/* Reads the profiles of one probe, if the file has them. Returns 0, or -1 after a message. */
static int read_profile(struct h5_file *f, const char *path, const struct trials *t,
                        const char *probe)
{
    struct names n = names_of(probe);
    struct h5_array a = {0}, layer = {0}, column = {0}, present = {0};
    int first = t->merged, result = 0;

    if (h5_exists(f, n.profile)) {
        result = read_array(f, path, t, n.profile, 2, &a);
        if (result == 0)
            result = read_names(f, path, n.layer, a.dim[first + 1], &layer);
        if (result == 0)
            result = read_names(f, path, n.column, a.dim[first + 2], &column);
        if (result == 0 && t->merged && h5_exists(f, n.present))
            result = read_present(f, path, t, &n, a.dim[first + 1], &present);
    }
    if (result == 0 && a.data) {
        struct stored s = {a.data,     t->points,   a.dim[first + 1], a.dim[first + 2],
                           layer.data, column.data, t->merged,        present.data};

        for (size_t i = 0; i < t->count; i++)
            take_profile(&s, i, probe, &t->record[i].result.profiles);
    }
    h5_array_clear(&a);
    h5_array_clear(&layer);
    h5_array_clear(&column);
    h5_array_clear(&present);
    names_clear(&n);
    return result;
}

int store_read_profiles(struct h5_file *f, const char *path, struct record *record, int count,
                        bool merged)
{
    struct trials t = {record, (size_t)count, merged, 0};
    int result = h5_exists(f, STEP) ? read_points(f, path, &t) : 0;

    for (int i = 0; t.points > 0 && result == 0 && probe_name_at(i); i++)
        result = read_profile(f, path, &t, probe_name_at(i));
    return result;
}
