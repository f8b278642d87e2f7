#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "sweep/merge_internal.h"
#include "train/trial.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

char *merge_path(const char *root, const char *name)
{
    return format_new("%s/results/%s.h5", root, name);
}

/* ---- rows ---- */

int merge_row(const struct results *r, const char *key)
{
    for (int i = 0; i < r->records; i++)
        if (strcmp(r->record[i].key, key) == 0)
            return i;
    return -1;
}

/* Leaves one row for each key, the last. */
static void drop_doubles(struct results *r)
{
    int kept = 0;

    for (int i = 0; i < r->records; i++) {
        bool later = false;

        for (int k = i + 1; k < r->records && !later; k++)
            later = strcmp(r->record[i].key, r->record[k].key) == 0;
        if (later)
            record_clear(&r->record[i]);
        else
            r->record[kept++] = r->record[i];
    }
    r->records = kept;
}

int merge_read(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there)
{
    char *path = merge_path(root, name);
    int bad;

    memset(r, 0, sizeof *r);
    *there = file_exists(path);
    bad = *there ? store_merged_read(path, r) : 0;
    if (!bad && *there && strcmp(r->experiment, e->name)) {
        bad = error("%s: holds results of %s; move them to %s.h5", path, r->experiment,
                    r->experiment);
        results_clear(r);
    } else if (!bad && *there && r->version > e->version) {
        bad =
            error("%s: made by version %d of the experiment, and this normlab has version %d: take "
                  "the newer normlab, or move the file away",
                  path, r->version, e->version);
        results_clear(r);
    }
    if (r->version == e->version)
        drop_doubles(r);
    free(path);
    return bad;
}

int merge_mark(struct sweep *s, const char *root)
{
    struct results r;
    bool there;

    if (merge_read(s->plan, root, s->name, &r, &there))
        return -1;
    for (int i = 0; i < s->trials && r.version == s->plan->version; i++)
        s->trial[i].merged = merge_row(&r, s->trial[i].key) >= 0;
    results_clear(&r);
    return 0;
}

/* ---- the trials' files ---- */

char *merge_folder(const char *root, const char *name)
{
    return format_new("%s/results/%s", root, name);
}

int merge_is_file(const struct dirent *d)
{
    size_t n = strlen(d->d_name);

    return n > 3 && strcmp(d->d_name + n - 3, ".h5") == 0;
}

/* True when the two are results of one and the same run of a trial, as far as its times tell. */
static bool is_same_run(const struct record *a, const struct record *b)
{
    return a->result.status == b->result.status && a->result.seconds == b->result.seconds &&
           a->result.peak_bytes == b->result.peak_bytes;
}

/* Takes the record, of a trial's file, into the rows. */
static void take(struct merge *m, struct record *record)
{
    struct results *r = m->results;
    int row;

    row = merge_row(r, record->key);
    if (row < 0) {
        row = r->records++;
        r->record = xrealloc(r->record, (size_t)r->records * sizeof *r->record);
        m->from_file = xrealloc(m->from_file, (size_t)r->records * sizeof *m->from_file);
        m->changed = true;
    } else {
        m->changed |= !is_same_run(&r->record[row], record);
        record_clear(&r->record[row]);
    }
    r->record[row] = *record;
    m->from_file[row] = true;
}

static void take_file(struct merge *m, const char *path)
{
    const struct plan *e = m->plan;
    bool merged, main = strcmp(m->name, e->name) == 0;
    struct results one;

    if (store_read(path, &merged, &one)) {
        warning("%s is left out", path);
        return;
    }
    if (merged || one.version != e->version || strcmp(one.experiment, e->name) ||
        (main && sweep_is_generated(e, record_get(&one.record[0], "data")))) {
        m->strange++;
    } else {
        take(m, &one.record[0]);
        one.records = 0;
    }
    results_clear(&one);
}

static void take_folder(struct merge *m)
{
    char *folder = merge_folder(m->root, m->name);
    struct dirent **file;
    int n = scandir(folder, &file, merge_is_file, alphasort);

    m->strange = 0;
    for (int i = 0; i < n; i++) {
        char *path = format_new("%s/%s", folder, file[i]->d_name);

        take_file(m, path);
        free(path);
        free(file[i]);
    }
    if (n >= 0)
        free(file);
    if (m->strange)
        warning(
            "%s: %d file%s left out: of another experiment, of another version than %d, or of generated data",
            folder, m->strange, m->strange == 1 ? "" : "s", m->plan->version);
    free(folder);
}

/* ---- order ---- */

static void rank_sweep(const struct sweep *s, const struct results *r, int *rank, int *next)
{
    for (int i = 0; i < s->trials; i++) {
        int row = merge_row(r, s->trial[i].key);

        if (row >= 0 && rank[row] == INT_MAX)
            rank[row] = (*next)++;
    }
}

static int by_rank(const void *a, const void *b, void *rank)
{
    int i = *(const int *)a, j = *(const int *)b, x = ((int *)rank)[i], y = ((int *)rank)[j];

    return x != y ? (x > y) - (x < y) : i - j;
}

/* Rows that were there stay in their order; behind them come those of the sweep in its own, of the presets in theirs, and
 * what else is new by key. */
static void sort_rows(struct merge *m)
{
    struct results *r = m->results;
    int *rank = xcalloc((size_t)r->records + 1, sizeof *rank), next = m->before;
    int *order = xcalloc((size_t)r->records + 1, sizeof *order);
    struct record *sorted = xcalloc((size_t)r->records + 1, sizeof *sorted);
    bool *from_file = xcalloc((size_t)r->records + 1, sizeof *from_file);

    for (int i = 0; i < r->records; i++) {
        rank[i] = i < m->before ? i : INT_MAX;
        order[i] = i;
    }
    if (m->sweep)
        rank_sweep(m->sweep, r, rank, &next);
    for (int p = PRESETS - 1; p >= 0 && m->before < r->records; p--) {
        struct sweep s;

        if (m->plan->preset[p].name && !sweep_expand(&s, m->plan, p, NULL, 0, NULL)) {
            rank_sweep(&s, r, rank, &next);
            sweep_clear(&s);
        }
    }
    qsort_r(order, (size_t)r->records, sizeof *order, by_rank, rank);
    for (int i = 0; i < r->records; i++) {
        sorted[i] = r->record[order[i]];
        from_file[i] = m->from_file[order[i]];
    }
    free(r->record);
    free(m->from_file);
    r->record = sorted;
    m->from_file = from_file;
    free(rank);
    free(order);
}

/* ---- axes ---- */

/* True when the rows have several values of the key. */
static bool varies(const struct results *r, const char *key)
{
    for (int i = 1; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], key), record_get(&r->record[0], key)))
            return true;
    return false;
}

static void add_axis(struct results *r, const char *name)
{
    for (int i = 0; i < r->axes; i++)
        if (strcmp(r->axis[i], name) == 0)
            return;
    r->axis = xrealloc(r->axis, (size_t)(r->axes + 1) * sizeof *r->axis);
    r->axis[r->axes++] = xstrdup(name);
}

void merge_axes(struct merge *m)
{
    struct results *r = m->results;
    char **before = r->axis;
    int n = r->axes;

    r->axis = NULL;
    r->axes = 0;
    for (int i = 0; m->plan->axis[i]; i++)
        add_axis(r, m->plan->axis[i]);
    for (int i = 0; i < n; i++)
        if (varies(r, before[i]))
            add_axis(r, before[i]);
    for (int i = 0; m->sweep && i < m->sweep->axes; i++)
        if (varies(r, m->sweep->axis[i]))
            add_axis(r, m->sweep->axis[i]);
    m->changed |= n != r->axes;
    for (int i = 0; i < n; i++)
        free(before[i]);
    free(before);
}

/* ---- the merge ---- */

/* Gives a merged file of an older version a second name: NAME.v1.h5 or, where that is there, NAME.v1.2.h5 and so on. The
 * first name is then free to be replaced. A new string; NULL after a message. */
static char *set_aside(const struct merge *m, const char *path)
{
    char *to = format_new("%s/results/%s.v%d.h5", m->root, m->name, m->older_version);

    for (int i = 2; file_exists(to); i++) {
        free(to);
        to = format_new("%s/results/%s.v%d.%d.h5", m->root, m->name, m->older_version, i);
    }
    if (link(path, to) == 0 || rename(path, to) == 0) /* some file systems have no links */
        return to;
    error("cannot name %s %s: %s", path, to, strerror(errno));
    free(to);
    return NULL;
}

/* Writes the merged file, and keeps one of an older version by another name. 0 or -1 after a message, and then what was
 * there is there. */
static int publish(const struct merge *m)
{
    char *path = merge_path(m->root, m->name),
         *aside = m->older_version ? set_aside(m, path) : NULL;
    int bad = m->older_version && !aside ? -1 : store_merged_write(path, m->results);

    if (aside && bad && rename(aside, path) == 0)
        unlink(aside); /* which is there still where both names were links */
    if (aside && !bad)
        warning("%s was made by version %d of the experiment, which is at %d now: it is kept as %s",
                path, m->older_version, m->plan->version, aside);
    free(path);
    free(aside);
    return bad;
}

/* Reads the merged file, or makes empty results where there is none of this version. */
static int read_before(struct merge *m)
{
    struct results *r = m->results;
    bool there;

    if (merge_read(m->plan, m->root, m->name, r, &there))
        return -1;
    if (there && r->version != m->plan->version) {
        m->older_version = r->version;
        results_clear(r);
        there = false;
    }
    if (!there) {
        r->experiment = xstrdup(m->plan->name);
        r->version = m->plan->version;
    }
    m->changed = !there;
    m->before = r->records;
    free(m->from_file);
    m->from_file = xcalloc((size_t)r->records + 1, sizeof *m->from_file);
    return 0;
}

/* True when every row comes from a trial's file. */
static bool all_from_files(const struct merge *m)
{
    for (int i = 0; i < m->results->records; i++)
        if (!m->from_file[i])
            return false;
    return true;
}

/* Curves that an older file left out become whole once all rows come from trials' files. */
static void restore_curves(struct merge *m)
{
    bool *left_out = m->results->left_out;

    for (int k = 0; k < METRICS; k++)
        if (left_out[k] && metric_info[k].merged_curve) {
            left_out[k] = false;
            m->changed = true;
        }
}

static int write_rows(struct merge *m, const char *command_line)
{
    struct results *r = m->results;
    struct config before = r->provenance;
    bool all_new = all_from_files(m);
    int bad = 0;

    if (all_new)
        restore_curves(m);
    r->provenance = (struct config){0};
    merge_origin(r, &before, !all_new, command_line);
    if (m->changed)
        bad = publish(m);
    if (!m->changed) { /* then the file says what it said */
        config_clear(&r->provenance);
        config_merge(&r->provenance, &before);
    }
    config_clear(&before);
    return bad;
}

static int merge_once(struct merge *m, const char *command_line)
{
    if (read_before(m))
        return -1;
    take_folder(m);
    if (m->results->records == 0)
        return error("no trial of %s has finished; there is nothing to merge", m->name);
    sort_rows(m);
    merge_axes(m);
    return write_rows(m, command_line);
}

int merge_lock(const char *root)
{
    char *folder = format_new("%s/results", root);
    int f = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), bad;

    do
        bad = f < 0 ? 0 : flock(f, LOCK_EX);
    while (bad && errno == EINTR);
    if (bad) {
        warning(
            "%s cannot be locked (%s): another merge at the same time may leave out trials of this one, "
            "until the next",
            folder, strerror(errno));
        close(f);
        f = -1;
    }
    if (f >= 0)
        folder_sweep(folder); /* files of merges that were killed */
    free(folder);
    return f;
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
        merge_warn_builds(r);
    if (bad)
        results_clear(r);
    free(m.from_file);
    return bad;
}
