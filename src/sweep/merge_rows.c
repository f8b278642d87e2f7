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

int merge_row(const struct results *r, const char *key)
{
    for (int i = 0; i < r->records; i++)
        if (strcmp(r->record[i].key, key) == 0)
            return i;
    return -1;
}

/* Of rows that have the same key, keeps only the last. */
static void drop_doubles(struct results *r)
{
    int kept = 0;

    for (int i = 0; i < r->records; i++) {
        struct results later = {.record = r->record + i + 1, .records = r->records - i - 1};

        if (merge_row(&later, r->record[i].key) >= 0)
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
    struct results r;
    bool there;

    if (merge_read(s->plan, root, s->name, &r, &there))
        return -1;
    for (int i = 0; i < s->trials && r.version == s->plan->version; i++)
        s->trial[i].merged = merge_row(&r, s->trial[i].key) >= 0;
    results_clear(&r);
    return 0;
}

/* True when the file's name ends in .h5; called by scandir(). */
static int is_trial_file(const struct dirent *d)
{
    size_t n = strlen(d->d_name);

    return n > 3 && strcmp(d->d_name + n - 3, ".h5") == 0;
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
