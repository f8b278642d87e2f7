/* Reads and finds the rows of a merged file, sets its axes, locks it. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "sweep/merge_internal.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

char *merge_path(const char *root, const char *name)
{
    return format_new("%s/results/%s.h5", root, name);
}

void merge_map(const struct results *r, struct map *rows)
{
    for (int i = 0; i < r->records; i++)
        map_set(rows, r->record[i].key, i);
}

/* Of rows that have the same key, keeps only the last. */
static void drop_doubles(struct results *r)
{
    bool *last = xcalloc((size_t)r->records + 1, sizeof *last);
    struct map rows = {0};
    int kept = 0;

    merge_map(r, &rows);
    for (int i = 0; i < r->records; i++)
        last[i] = map_get(&rows, r->record[i].key) == i;
    map_clear(&rows);
    for (int i = 0; i < r->records; i++)
        if (last[i])
            r->record[kept++] = r->record[i];
        else
            record_clear(&r->record[i]);
    r->records = kept;
    free(last);
}

int merge_read(const struct plan *e, const char *root, const char *name, struct results *r,
               bool *there)
{
    char *path = merge_path(root, name);
    int bad;

    memset(r, 0, sizeof *r);
    *there = file_exists(path);
    bad = *there ? store_merged_read(path, r) : 0;
    if (!bad && *there && strcmp(r->experiment, e->name))
        bad = error("%s: holds results of %s; move them to %s.h5", path, r->experiment,
                    r->experiment);
    else if (!bad && *there && r->version > e->version)
        bad =
            error("%s: made by version %d of the experiment, and this normlab has version %d: take "
                  "the newer normlab, or move the file away",
                  path, r->version, e->version);
    if (bad)
        results_clear(r);
    else if (r->version == e->version)
        drop_doubles(r);
    free(path);
    return bad;
}

int merge_mark(struct sweep *s, const char *root)
{
    struct map rows = {0};
    struct results r;
    bool there;

    if (merge_read(s->plan, root, s->name, &r, &there))
        return -1;
    merge_map(&r, &rows);
    for (int i = 0; i < s->trials && r.version == s->plan->version; i++)
        s->trial[i].merged = map_get(&rows, s->trial[i].key) >= 0;
    map_clear(&rows);
    results_clear(&r);
    return 0;
}

/* True when the file's name ends in .h5. scandir() calls it. */
static int is_trial_file(const struct dirent *d)
{
    return text_ends_with(d->d_name, ".h5");
}

void merge_list_files(struct list *paths, const char *root, const char *name)
{
    char *folder = format_new("%s/results/%s", root, name);
    struct dirent **file;
    int n = scandir(folder, &file, is_trial_file, alphasort);

    for (int i = 0; i < n; i++) {
        array_add(paths->item, paths->count) = format_new("%s/%s", folder, file[i]->d_name);
        free(file[i]);
    }
    if (n >= 0)
        free(file);
    free(folder);
}

bool merge_axes(struct results *r, const struct plan *e, const struct sweep *s)
{
    struct list before = {r->axis, r->axes}, axes = {0};
    bool changed;

    for (int i = 0; e->axis[i]; i++)
        list_add_new(&axes, e->axis[i]);
    for (int i = 0; i < before.count; i++)
        if (results_vary(r, before.item[i]))
            list_add_new(&axes, before.item[i]);
    for (int i = 0; s && i < s->axes; i++)
        if (results_vary(r, s->axis[i]))
            list_add_new(&axes, s->axis[i]);
    changed = axes.count != before.count;
    list_clear(&before);
    r->axis = axes.item;
    r->axes = axes.count;
    return changed;
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
        folder_sweep(folder); /* temporary files of merges that were killed */
    free(folder);
    return f;
}
