/* Taking rows off a merged file on purpose. */
#include "base/arena.h"
#include "base/error.h"
#include "store/cell.h"
#include "sweep/merge_internal.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Moves the rows in the cell to *gone, whose records are then its own. */
static void split(struct results *r, const struct config *cell, struct results *gone)
{
    int kept = 0;

    gone->record = xcalloc((size_t)r->records + 1, sizeof *gone->record);
    for (int i = 0; i < r->records; i++)
        if (record_in_cell(&r->record[i], cell))
            gone->record[gone->records++] = r->record[i];
        else
            r->record[kept++] = r->record[i];
    r->records = kept;
}

/* Counts the files of these trials, and removes them if asked to. They are found by what they hold: their names may be
 * older keys. 0 or -1 after a message. */
static int prune_files(const struct merge *m, const struct results *gone, bool remove, int *files)
{
    char *folder = merge_folder(m->root, m->name);
    struct dirent **file;
    int n = scandir(folder, &file, merge_is_file, alphasort), bad = 0;

    *files = 0;
    for (int i = 0; i < n; i++) {
        char *path = format_new("%s/%s", folder, file[i]->d_name);
        struct record record;

        if (!bad && store_trial_read(path, &record) == 0) {
            if (merge_row(gone, record.key) >= 0) {
                ++*files;
                if (remove && unlink(path))
                    bad = error("cannot remove %s: %s", path, strerror(errno));
            }
            record_clear(&record);
        }
        free(path);
        free(file[i]);
    }
    if (n >= 0)
        free(file);
    free(folder);
    return bad;
}

static int prune(struct merge *m, const struct config *cell, bool files_too, struct pruned *pruned)
{
    struct results *r = m->results, gone = {0};
    char *path = merge_path(m->root, m->name);
    int bad = 0;

    split(r, cell, &gone);
    pruned->rows = gone.records;
    pruned->rows_left = r->records;
    if (gone.records == 0)
        bad = error("%s: no trial lies in that cell; nothing is changed", path);
    else if (r->records == 0)
        bad = error(
            "%s: all trials lie in that cell; remove the file and %s/results/%s if that is what "
            "you want",
            path, m->root, m->name);
    if (!bad)
        bad = prune_files(m, &gone, false, &pruned->files);
    if (!bad && (pruned->files == 0 || files_too)) {
        merge_axes(m);
        merge_commits(r);
        /* In this order: what fails between the two brings rows back and loses none. */
        bad = store_merged_write(path, r) || prune_files(m, &gone, true, &pruned->files) ? -1 : 0;
    }
    results_clear(&gone);
    free(path);
    return bad;
}

int merge_prune(const struct plan *e, const char *root, const char *name, const char *cell,
                bool files_too, struct pruned *pruned)
{
    struct results r = {0};
    struct merge m = {.plan = e, .root = root, .name = name, .results = &r};
    struct config c = {0};
    int lock = merge_lock(root), bad = config_parse(&c, cell);
    bool there = false;

    *pruned = (struct pruned){0};
    trial_canonical_values(&c);
    if (!bad)
        bad = merge_read(e, root, name, &r, &there);
    if (!bad && (!there || r.version != e->version))
        bad = error("%s/results/%s.h5: there is no such file of version %d: normlab merge %s makes "
                    "it",
                    root, name, e->version, e->name);
    if (!bad)
        bad = prune(&m, &c, files_too, pruned);
    if (lock >= 0)
        close(lock);
    results_clear(&r);
    config_clear(&c);
    return bad;
}
