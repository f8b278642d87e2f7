/* Removes the rows in a cell from a merged file. */
#include "base/arena.h"
#include "base/error.h"
#include "store/cell.h"
#include "sweep/merge_internal.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Moves the rows in the cell from r to gone, which then owns them. */
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

/* Sets *files to the number of trial files of the rows in `gone`, and removes these files if `remove`. Reads all trial files,
 * because the name of a file may be an older key of its trial. A damaged file stays, after a warning. Returns 0, or -1 after
 * a message, also when the machine failed to read a file. */
static int prune_files(const char *root, const char *name, const struct results *gone, bool remove,
                       int *files)
{
    struct list paths = {0};
    struct map rows = {0};
    struct canon known = {0};
    int bad = 0;

    *files = 0;
    merge_map(gone, &rows);
    merge_list_files(&paths, root, name);
    for (int i = 0; i < paths.count && !bad; i++) {
        struct results one;
        bool merged;
        int unread = store_read_next(&known, paths.item[i], &merged, &one);

        if (unread == STORE_UNREAD) {
            bad = -1;
        } else if (unread) {
            warning("%s is left where it is", paths.item[i]);
        } else {
            if (!merged && map_get(&rows, one.record[0].key) >= 0) {
                ++*files;
                if (remove && unlink(paths.item[i]))
                    bad = error("cannot remove %s: %s", paths.item[i], strerror(errno));
            }
            results_clear(&one);
        }
    }
    canon_clear(&known);
    map_clear(&rows);
    list_clear(&paths);
    return bad;
}

int merge_prune(const struct plan *e, const char *root, const char *name, const char *cell,
                bool files_too, struct pruned *pruned)
{
    struct results r = {0}, gone = {0};
    struct config c = {0};
    char *path = merge_path(root, name);
    int lock = merge_lock(root), bad = config_parse(&c, cell);
    bool there = false;

    *pruned = (struct pruned){0};
    trial_canonical_values(&c);
    if (!bad)
        bad = merge_read(e, root, name, &r, &there);
    if (!bad && (!there || r.version != e->version))
        bad = error("%s: there is no such file of version %d: normlab merge %s makes it", path,
                    e->version, e->name);
    if (!bad) {
        split(&r, &c, &gone);
        *pruned = (struct pruned){.rows = gone.records, .rows_left = r.records};
        if (gone.records == 0)
            bad = error("%s: no trial lies in that cell; nothing is changed", path);
        else if (r.records == 0)
            bad =
                error("%s: all trials lie in that cell; remove the file and %s/results/%s if that "
                      "is what you want",
                      path, root, name);
        else
            bad = prune_files(root, name, &gone, false, &pruned->files);
    }
    if (!bad && (pruned->files == 0 || files_too)) {
        merge_axes(&r, e, NULL);
        merge_commits(&r);
        /* Write the merged file first: if removing the files then fails, the next merge adds the rows again. */
        bad = store_merged_write(path, &r);
        if (!bad)
            bad = prune_files(root, name, &gone, true, &pruned->files);
    }
    if (lock >= 0)
        close(lock);
    results_clear(&gone);
    results_clear(&r);
    config_clear(&c);
    free(path);
    return bad;
}
