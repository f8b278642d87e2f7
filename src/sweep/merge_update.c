/* The merge: joins and orders the rows of the merged file and of the trial files. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "sweep/fresh/registry.h"
#include "sweep/merge_internal.h"
#include "train/trial.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- trial files ---- */

/* A merge (merge_update()) or a view (merge_view()) in progress. */
struct merge {
    const struct plan *plan;
    const char *root, *name;
    const struct sweep *sweep; /* the sweep that was run, or NULL */
    struct results *results;   /* the rows so far */
    struct canon known;        /* configurations of trial files that were read before */
    struct map rows;           /* the indices of the rows by their keys */
    /* the existing merged file is of an older version, and its rows are not used */
    bool is_older;
    int older_version; /* that version; 0 when the file has none */
    int before;        /* number of rows from the existing merged file */
    bool *replaced;    /* [before] true when a trial file replaced the row */
    int new_rows;      /* number of rows that are new, or come from another run of a trial */
    bool changed;      /* the merged file must be written, even without such rows */
    long values;       /* number of values in the profiles of the existing merged file */
    /* for merge_view(): writes nothing, and reads only trial files that the merged file lacks */
    bool is_view;
    double merged_s; /* for a view: when the merged file was written, in seconds since 1970 */
    bool unread;     /* the machine could not read a trial file, which may be good */
    /* the last argument of is_generated(), and what it returned */
    char *data;
    bool generated;
};

/* True when both records come from the same run of a trial: status, time and memory are equal. */
static bool is_same_run(const struct record *a, const struct record *b)
{
    return a->result.status == b->result.status && a->result.seconds == b->result.seconds &&
           a->result.peak_bytes == b->result.peak_bytes;
}

/* Appends the record of a trial file as a row; when there is a row with the same key, replaces that row. Takes ownership
 * of the record's memory. The array of rows must have room. */
static void take_record(struct merge *m, struct record *record)
{
    struct results *r = m->results;
    int row = map_get(&m->rows, record->key);

    if (row < 0) {
        r->record[r->records] = *record;
        map_set(&m->rows, r->record[r->records].key, r->records);
        r->records++;
        m->new_rows++;
        return;
    }
    if (row < m->before)
        m->replaced[row] = true;
    m->new_rows += !is_same_run(&r->record[row], record);
    record_clear(&r->record[row]);
    r->record[row] = *record; /* m->rows stays valid: the key is equal, and at the same address */
}

/* Saves memory in a record: removes its command line and its time, which merged files do not have, and lets the other values
 * of its provenance share memory with equal ones of the first row. */
static void save_memory(const struct merge *m, struct record *r)
{
    config_set(&r->origin, "command_line", "");
    config_set(&r->origin, "time", "");
    if (m->results->records)
        config_share(&r->origin, &m->results->record[0].origin);
}

/* Returns plan_is_generated() for this data set, and stores it: most trials of an experiment have the same data. */
static bool is_generated(struct merge *m, const char *data)
{
    if (!m->data || strcmp(m->data, data)) {
        free(m->data);
        m->data = xstrdup(data);
        m->generated = plan_is_generated(m->plan, data);
    }
    return m->generated;
}

/* Adds a trial file to the rows. Returns false when the trial does not belong to this merged file: it is of another
 * experiment or version, or its generated data belong to EXPERIMENT.generated. Returns true for a file that cannot be read:
 * after a warning when it is damaged; after a message, and with m->unread set, when the machine is at fault. */
static bool take_file(struct merge *m, const char *path)
{
    const struct plan *e = m->plan;
    bool merged, main = strcmp(m->name, e->name) == 0, good;
    struct results one;
    int bad = store_read_next(&m->known, path, &merged, &one);

    m->unread = bad == STORE_UNREAD;
    if (bad && !m->unread)
        warning("%s is left out", path);
    if (bad)
        return true;
    good = !merged && one.version == e->version && strcmp(one.experiment, e->name) == 0 &&
           !(main && is_generated(m, record_get(&one.record[0], "data")));
    if (good) {
        save_memory(m, &one.record[0]);
        take_record(m, &one.record[0]);
        one.records = 0;
    }
    results_clear(&one);
    return good;
}

/* True when the merged file has the row of the trial file KEY.h5 at path, and was written after it. */
static bool is_merged(const struct merge *m, const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    char *key = xstrndup(name, strcspn(name, "."));
    bool merged = map_get(&m->rows, key) >= 0 && file_time(path) < m->merged_s;

    free(key);
    return merged;
}

/* Adds all trial files to the rows. Stops when m->unread is set. */
static void take_files(struct merge *m)
{
    struct list paths = {0};
    /* of the files whose trials do not belong to this merged file: the first, and their number */
    const char *first = NULL;
    int foreign = 0;

    merge_list_files(&paths, m->root, m->name);
    /* Memory for all rows is allocated at once, so that no row moves and m->rows may point to their keys. */
    m->results->record =
        xrealloc(m->results->record,
                 (size_t)(m->results->records + paths.count + 1) * sizeof *m->results->record);
    merge_map(m->results, &m->rows);
    for (int i = 0; i < paths.count && !m->unread; i++)
        if (!(m->is_view && is_merged(m, paths.item[i])) && !take_file(m, paths.item[i])) {
            first = first ? first : paths.item[i];
            foreign++;
        }
    if (foreign && !m->is_view)
        warning("%s/results/%s: %d file%s left out: of another experiment, of another version than "
                "%d, or of generated data; %s%s",
                m->root, m->name, foreign, plural(foreign), m->plan->version,
                foreign == 1 ? "" : "the first is ", first);
    list_clear(&paths);
}

/* ---- order ---- */

/* Gives ranks, from *next on, to the rows of the sweep's trials that have none yet (-1), in the order of the sweep. */
static void rank_rows(const struct merge *m, const struct sweep *s, int *rank, int *next)
{
    for (int i = 0; i < s->trials; i++) {
        int row = map_get(&m->rows, s->trial[i].key);

        if (row >= 0 && rank[row] < 0)
            rank[row] = (*next)++;
    }
}

/* Rows, and the rank of each. Rows without a rank (-1) come after those with one: the seeds of a configuration one after the
 * other, as alike rows compress well. */
struct ranked {
    const struct results *results;
    const int *rank; /* [rows] */
    char **label;    /* [rows] store_label() of a row without a rank, else NULL */
};

static int by_configuration(const struct ranked *c, int i, int k)
{
    const struct record *x = &c->results->record[i], *y = &c->results->record[k];
    int order = strcmp(c->label[i], c->label[k]);

    if (order == 0)
        order = (x->seed > y->seed) - (x->seed < y->seed);
    return order ? order : strcmp(x->key, y->key);
}

static int by_rank(const void *a, const void *b, void *context)
{
    const struct ranked *c = context;
    int i = *(const int *)a, k = *(const int *)b, x = c->rank[i], y = c->rank[k];

    if (x < 0 && y < 0)
        return by_configuration(c, i, k);
    if (x < 0 || y < 0)
        return x < 0 ? 1 : -1;
    return x - y;
}

/* Puts the rows in the order of their ranks. */
static void reorder(struct results *r, const int *rank)
{
    struct record *ordered = xcalloc((size_t)r->records + 1, sizeof *ordered);
    int *order = xcalloc((size_t)r->records + 1, sizeof *order);
    char **label = xcalloc((size_t)r->records + 1, sizeof *label);

    for (int i = 0; i < r->records; i++) {
        order[i] = i;
        label[i] = rank[i] < 0 ? store_label(&r->record[i].config) : NULL;
    }
    qsort_r(order, (size_t)r->records, sizeof *order, by_rank, &(struct ranked){r, rank, label});
    for (int i = 0; i < r->records; i++)
        ordered[i] = r->record[order[i]];
    free(r->record);
    r->record = ordered;
    for (int i = 0; i < r->records; i++)
        free(label[i]);
    free(label);
    free(order);
}

/* Orders the rows. Those of the existing merged file keep their order. New rows follow: first those of the sweep in its
 * order, then those of the presets in their order, from the main preset to the smallest, then all others by configuration and
 * seed. */
static void sort_rows(struct merge *m)
{
    struct results *r = m->results;
    int *rank = xcalloc((size_t)r->records + 1, sizeof *rank), next = m->before;

    for (int i = 0; i < r->records; i++)
        rank[i] = i < m->before ? i : -1;
    if (m->sweep)
        rank_rows(m, m->sweep, rank, &next);
    for (int p = plan_main(m->plan); p >= 0 && next < r->records; p--) {
        struct sweep s;

        if (!sweep_expand(&s, m->plan, p, NULL, 0, NULL)) {
            rank_rows(m, &s, rank, &next);
            sweep_clear(&s);
        }
    }
    reorder(r, rank);
    map_clear(&m->rows);
    free(rank);
}

/* ---- the merge ---- */

/* Gives the merged file at `path`, which is of an older version, a second name: NAME.v1.h5 or, if there is such a file,
 * NAME.v1.2.h5 and so on. Returns the path with that name, a new string; NULL after a message. */
static char *set_aside(const struct merge *m, const char *path)
{
    char *to = format_new("%s/results/%s.v%d.h5", m->root, m->name, m->older_version);

    for (int i = 2; file_exists(to); i++) {
        free(to);
        to = format_new("%s/results/%s.v%d.%d.h5", m->root, m->name, m->older_version, i);
    }
    if (link(path, to) == 0 ||
        rename(path, to) == 0) { /* rename() on file systems without hard links */
        file_keep(to);           /* before a new file gets the name `path` */
        return to;
    }
    error("cannot name %s %s: %s", path, to, strerror(errno));
    free(to);
    return NULL;
}

/* Writes the merged file. An existing one of an older version is kept under another name. Returns 0, or -1 after a
 * message; the existing file then still has its name. */
static int publish(const struct merge *m)
{
    char *path = merge_path(m->root, m->name), *aside = m->is_older ? set_aside(m, path) : NULL;
    int bad = m->is_older && !aside ? -1 : store_merged_write(path, m->results);

    if (aside && bad && rename(aside, path) == 0)
        unlink(aside); /* rename() does nothing when both names are links to one file */
    if (aside && !bad)
        warning("%s was made by version %d of the experiment, which is at %d now: it is kept as %s",
                path, m->older_version, m->plan->version, aside);
    free(path);
    free(aside);
    return bad;
}

/* Returns the number of values in all profiles. */
static long count_values(const struct results *r)
{
    long count = 0;

    for (int i = 0; i < r->records; i++) {
        const struct profiles *all = &r->record[i].result.profiles;

        for (int k = 0; k < all->count; k++)
            for (int v = 0; v < all->points * all->item[k].layer.count * all->item[k].columns; v++)
                count += !isnan(all->item[k].value[v]);
    }
    return count;
}

/* Reads the existing merged file into m->results, or makes empty results when there is none of this version. Returns
 * 0, or -1 after a message. */
static int read_before(struct merge *m)
{
    struct results *r = m->results;
    bool there;

    if (merge_read(m->plan, m->root, m->name, r, &there))
        return -1;
    if (there && r->version != m->plan->version) {
        m->is_older = true;
        m->older_version = r->version;
        results_clear(r);
        there = false;
    }
    if (!there) {
        r->experiment = xstrdup(m->plan->name);
        r->version = m->plan->version;
    }
    m->changed = !there;
    m->values = count_values(r);
    m->before = r->records;
    m->replaced = xcalloc((size_t)r->records + 1, sizeof *m->replaced);
    return 0;
}

/* True when every row comes from a trial file. */
static bool all_from_files(const struct merge *m)
{
    for (int i = 0; i < m->before; i++)
        if (!m->replaced[i])
            return false;
    return true;
}

/* Chooses the curves that are written, as the plan and metrics.def say. All rows must come from trial files, which have whole
 * curves. Otherwise the curves of the existing file are all that there is, and stay. */
static void choose_curves(struct merge *m)
{
    bool *left_out = m->results->left_out;

    for (int k = 0; k < METRICS; k++) {
        bool leave = !metric_info[k].merged_curve || m->plan->only_final[k];

        if (left_out[k] != leave && results_measured(m->results, (enum metric)k)) {
            left_out[k] = leave;
            m->changed = true;
        }
    }
}

/* True when a claim reads this column of the record's profile p at this point. */
static bool is_claimed(const struct plan *e, const struct record *record, const struct profile *p,
                       int column, int point)
{
    for (const struct profile_number *n = e->claimed; n && n->probe; n++)
        if (profiles_find(&record->result.profiles, n->probe) == p &&
            profile_column(p, n->column->name) == column &&
            profile_number_point_of(n, &record->result) == point)
            return true;
    return false;
}

/* Sets to NaN what no claim reads in the profiles of the record of a trial. */
static void leave_out_profiles(const struct plan *e, struct record *record)
{
    const struct profiles *all = &record->result.profiles;

    for (int i = 0; i < all->count; i++) {
        const struct profile *p = &all->item[i];

        for (int point = 0; point < all->points; point++)
            for (int column = 0; column < p->columns; column++) {
                int layers = is_claimed(e, record, p, column, point) ? 0 : p->layer.count;

                for (int layer = 0; layer < layers; layer++)
                    *profile_at(p, point, layer, column) = NAN;
            }
    }
}

/* Leaves out what plan->claimed says of the profiles of trials with fresh seeds. The file must be written when the rows then
 * have more values than before: claims may be new. Returns 0, or -1 after a message when the registry cannot be read. */
static int choose_profiles(struct merge *m)
{
    struct registry registry;

    if (registry_read(&registry, m->root, m->name))
        return -1;
    for (int i = 0; i < m->results->records && registry.first; i++)
        if (m->results->record[i].seed >= registry.first)
            leave_out_profiles(m->plan, &m->results->record[i]);
    registry_clear(&registry);
    m->changed |= count_values(m->results) > m->values;
    return 0;
}

/* Does the work of merge_update() under the lock. Returns 0, or -1 after a message. */
static int merge_once(struct merge *m, const char *command_line)
{
    bool all_files;

    if (read_before(m))
        return -1;
    take_files(m);
    if (m->unread)
        return -1;
    if (m->results->records == 0)
        return error("no trial of %s has finished; there is nothing to merge", m->name);
    sort_rows(m);
    m->changed |= merge_axes(m->results, m->plan, m->sweep);
    all_files = all_from_files(m);
    if (all_files)
        choose_curves(m);
    if (choose_profiles(m))
        return -1;
    if (!m->changed && !m->new_rows)
        return 0;
    merge_provenance(m->results, !all_files, command_line);
    return publish(m);
}

int merge_update(const struct plan *e, const char *root, const char *name, const struct sweep *s,
                 const char *command_line, struct results *r)
{
    struct merge m = {.plan = e, .root = root, .name = name, .sweep = s, .results = r};
    int lock = merge_lock(root), bad;

    memset(r, 0, sizeof *r);
    bad = merge_once(&m, command_line);
    if (lock >= 0)
        close(lock);
    if (!bad)
        merge_warn(r);
    if (bad)
        results_clear(r);
    map_clear(&m.rows);
    canon_clear(&m.known);
    free(m.replaced);
    free(m.data);
    return bad;
}

/* ---- the view ---- */

/* Reads the merged file and the trial files that it lacks. Returns 0, or -1 after a message. */
static int view_once(struct merge *m)
{
    if (read_before(m))
        return -1;
    take_files(m);
    if (m->unread)
        return -1;
    if (m->new_rows) {
        sort_rows(m);
        merge_axes(m->results, m->plan, NULL);
        merge_provenance(m->results, m->before > 0, "");
    }
    return 0;
}

int merge_view(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there, int *unmerged)
{
    char *path = merge_path(root, name);
    struct merge m = {.plan = e, .root = root, .name = name, .results = r, .is_view = true};
    int bad;

    memset(r, 0, sizeof *r);
    m.merged_s = file_time(path);
    bad = view_once(&m);
    *unmerged = m.new_rows;
    *there = r->records > 0;
    if (bad || !*there)
        results_clear(r);
    if (!bad && m.is_older && !*there)
        bad = merge_read(e, root, name, r, there);
    map_clear(&m.rows);
    canon_clear(&m.known);
    free(m.replaced);
    free(m.data);
    free(path);
    return bad;
}
