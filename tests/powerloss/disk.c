#include "disk.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/text.h"
#include "support.h"
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- names ---- */

struct disk_name *names_find(const struct names *n, const char *path)
{
    for (int i = 0; i < n->count; i++)
        if (strcmp(n->item[i].path, path) == 0)
            return &n->item[i];
    return NULL;
}

static void names_set(struct names *n, const char *path, struct disk_file *file)
{
    struct disk_name *there = names_find(n, path);

    if (there)
        there->file = file;
    else
        array_add(n->item, n->count) = (struct disk_name){xstrdup(path), file};
}

static void names_remove(struct names *n, const char *path, const struct disk_file *file)
{
    struct disk_name *there = names_find(n, path);

    if (!there || there->file != file)
        return;
    free(there->path);
    *there = n->item[--n->count];
}

void names_clear(struct names *n)
{
    for (int i = 0; i < n->count; i++)
        free(n->item[i].path);
    free(n->item);
    *n = (struct names){0};
}

static void names_copy(struct names *to, const struct names *from)
{
    for (int i = 0; i < from->count; i++)
        array_add(to->item, to->count) =
            (struct disk_name){xstrdup(from->item[i].path), from->item[i].file};
}

static void apply(struct names *n, const struct disk_change *c)
{
    if (c->from && c->moves)
        names_remove(n, c->from, c->file);
    if (c->to)
        names_set(n, c->to, c->file);
}

/* The folder of a path, "" for the root: a new string. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? xstrndup(path, (size_t)(slash - path)) : xstrdup("");
}

/* ---- files ---- */

static struct disk_file *add_file(struct disk *d, uint64_t number)
{
    struct disk_file *f = xcalloc(1, sizeof *f);

    for (int i = 0; i < d->files; i++)
        if (d->file[i]->number == number)
            d->file[i]->number = 0;
    f->number = number;
    array_add(d->file, d->files) = f;
    return f;
}

static struct disk_file *find_file(const struct disk *d, uint64_t number)
{
    for (int i = 0; i < d->files; i++)
        if (d->file[i]->number == number)
            return d->file[i];
    return NULL;
}

static void set_bytes(struct bytes *b, const void *data, size_t size)
{
    char *copy = xcalloc(size + 1, 1);

    memcpy(copy, data, size);
    free(b->data);
    *b = (struct bytes){copy, size};
}

/* Gives the content a size; what it lacks becomes zeros. */
static void resize(struct bytes *b, size_t size)
{
    b->data = xrealloc(b->data, size + 1);
    if (size > b->size)
        memset(b->data + b->size, 0, size - b->size);
    b->size = size;
}

/* ---- the disk ---- */

static struct disk *loading; /* for nftw(), which passes no context */
static size_t root_length;

static int load(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    const char *name = path + root_length;
    struct disk_file *f = NULL;
    size_t size;
    char *data;

    (void)at;
    if (!*name)
        return 0;
    if (kind == FTW_F) {
        f = add_file(loading, st->st_ino);
        data = file_read(path, &size, false);
        set_bytes(&f->seen, data, size);
        set_bytes(&f->sure, data, size);
        free(data);
    }
    names_set(&loading->seen, name + 1, f);
    names_set(&loading->sure, name + 1, f);
    return 0;
}

void disk_load(struct disk *d, const char *root)
{
    *d = (struct disk){0};
    loading = d;
    root_length = strlen(root);
    assert_int_equal(nftw(root, load, 16, FTW_PHYS), 0);
}

static void clear_change(struct disk_change *c)
{
    free(c->folder);
    free(c->from);
    free(c->to);
}

void disk_clear(struct disk *d)
{
    for (int i = 0; i < d->files; i++) {
        free(d->file[i]->seen.data);
        free(d->file[i]->sure.data);
        free(d->file[i]);
    }
    for (int i = 0; i < d->changes; i++)
        clear_change(&d->change[i]);
    names_clear(&d->seen);
    names_clear(&d->sure);
    free(d->file);
    free(d->change);
    *d = (struct disk){0};
}

static void change(struct disk *d, struct disk_file *file, const char *from, bool moves,
                   const char *to)
{
    struct disk_change c = {folder_of(to ? to : from), from ? xstrdup(from) : NULL,
                            to ? xstrdup(to) : NULL, file, moves};

    apply(&d->seen, &c);
    array_add(d->change, d->changes) = c;
}

/* The names of the folder are on the disk for sure. */
static void sync_folder(struct disk *d, const char *folder)
{
    int kept = 0;

    for (int i = 0; i < d->changes; i++)
        if (strcmp(d->change[i].folder, folder) == 0) {
            apply(&d->sure, &d->change[i]);
            clear_change(&d->change[i]);
        } else {
            d->change[kept++] = d->change[i];
        }
    d->changes = kept;
}

void disk_do(struct disk *d, const struct record_entry *e, const char *path, const char *path2,
             const char *data)
{
    struct disk_file *f = e->operation == MADE ? add_file(d, e->file) : find_file(d, e->file);

    switch ((enum operation)e->operation) {
    case MADE:
        change(d, f, NULL, false, path);
        break;
    case WRITTEN:
        if (f && (size_t)e->at + e->bytes > f->seen.size)
            resize(&f->seen, (size_t)e->at + e->bytes);
        if (f)
            memcpy(f->seen.data + e->at, data, e->bytes);
        break;
    case CUT:
        if (f)
            resize(&f->seen, (size_t)e->at);
        break;
    case SYNCED:
        if (f) {
            set_bytes(&f->seen, data, e->bytes);
            set_bytes(&f->sure, data, e->bytes);
        }
        break;
    case FOLDER_SYNCED:
        sync_folder(d, path);
        break;
    case RENAMED:
    case LINKED:
        if (f) {
            set_bytes(&f->seen, data, e->bytes);
            change(d, f, path, e->operation == RENAMED, path2);
        }
        break;
    case REMOVED:
        if (f)
            change(d, f, path, true, NULL);
        break;
    case FOLDER_MADE:
        change(d, NULL, NULL, false, path);
        break;
    case FOLDER_REMOVED:
        change(d, NULL, path, true, NULL);
    }
}

/* ---- a loss ---- */

static bool holds_name(const struct names *n, const char *path)
{
    char *folder = folder_of(path);
    bool there = !*folder || (names_find(n, folder) && holds_name(n, folder));

    free(folder);
    return there;
}

struct names disk_after(const struct disk *d, enum loss loss, struct rng *r, struct bytes *content)
{
    struct names all = {0}, there = {0};

    names_copy(&all, &d->sure);
    for (int i = 0; i < d->changes; i++)
        if (loss == LOSS_CONTENT || loss == LOSS_HALF ||
            (loss == LOSS_OLDER && i == d->changes - 1) || (loss == LOSS_SOME && rng_below(r, 2)))
            apply(&all, &d->change[i]);
    for (int i = 0; i < all.count; i++) {
        const struct disk_file *f = all.item[i].file;
        int part = loss == LOSS_SOME                          ? (int)rng_below(r, 3)
                   : loss == LOSS_NAMES || loss == LOSS_OLDER ? 2
                   : loss == LOSS_HALF                        ? 1
                                                              : 0;
        struct bytes half = f ? (struct bytes){f->seen.data, f->seen.size / 2} : (struct bytes){0};
        bool differs =
            f && (f->seen.size != f->sure.size || memcmp(f->seen.data, f->sure.data, f->seen.size));

        if (!holds_name(&all, all.item[i].path))
            continue;
        content[there.count] = !f                     ? half
                               : part == 2            ? f->seen
                               : part == 1 && differs ? half
                                                      : f->sure;
        array_add(there.item, there.count) =
            (struct disk_name){xstrdup(all.item[i].path), all.item[i].file};
    }
    names_clear(&all);
    return there;
}
