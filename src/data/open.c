/* Opens a data set from its cache or by decoding its files. Has the table of all types of data sets. */
#include "base/arena.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "data/cache.h"
#include "data/source.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

/* ---- types ---- */

#define DATA(id) extern const struct data_type data_##id;
#include "data/datasets.def"
#undef DATA

const struct data_type *const data_types[] = {
#define DATA(id) &data_##id,
#include "data/datasets.def"
#undef DATA
    NULL,
};

const struct data_type *data_type_find(const char *name)
{
    for (const struct data_type *const *t = data_types; *t; t++) {
        size_t n = strlen((*t)->name);

        if (strncmp((*t)->name, name, n) == 0 &&
            (name[n] == '\0' || (name[n] == ':' && (*t)->argument)))
            return *t;
    }
    return NULL;
}

bool data_is_generated(const struct data_type *type)
{
    return !type->files[0] && !type->list;
}

/* Prints that no set has this name, with the most similar one and all others. Returns -1. */
static int unknown(const char *name)
{
    struct text known = {0};
    const char *names[sizeof data_types / sizeof *data_types], *near;

    for (int i = 0; data_types[i]; i++)
        text_add_item(&known, ", ", "%s", names[i] = data_types[i]->name);
    names[sizeof names / sizeof *names - 1] = NULL;
    near = text_nearest(name, names);
    error("no data set is called '%s'; %s%s%sknown: %s%s", name, near ? "did you mean " : "",
          near ? near : "", near ? "? (" : "", text_str(&known), near ? ")" : "");
    text_clear(&known);
    return -1;
}

/* ---- decoded content ---- */

void decoded_split_allocate(struct decoded_split *s, int count, size_t image_bytes,
                            size_t series_numbers, bool lengths)
{
    size_t n = (size_t)count;

    s->count = count;
    s->label = xcalloc(n, 1);
    if (image_bytes)
        s->image = xcalloc(n, image_bytes);
    if (series_numbers)
        s->series = xcalloc(n * series_numbers, sizeof *s->series);
    if (lengths)
        s->length = xcalloc(n, sizeof *s->length);
}

void data_decoded_clear(struct data_decoded *d)
{
    struct decoded_split *const splits[] = {&d->train, &d->test};

    for (int i = 0; i < 2; i++) {
        free(splits[i]->image);
        free(splits[i]->series);
        free(splits[i]->length);
        free(splits[i]->label);
        free(splits[i]->target);
    }
    memset(d, 0, sizeof *d);
}

/* ---- where a set comes from ---- */

/* Returns the path of the cache file, a new string; NULL when no cache folder is known. The name contains a hash of
 * `paths`, the paths of the source files, but not of their sizes and times, which are hashed in the file's header.
 * When the source files change, the new cache file therefore replaces the old one. */
static char *cache_path(const struct data_type *type, const struct text *paths)
{
    const char *own = getenv("NORMLAB_CACHE");
    char *folder = own && own[0] ? xstrdup(own) : user_folder("XDG_CACHE_HOME", ".cache");
    char *path = NULL, hash[65];

    sha256_hex(text_str(paths), paths->length, hash);
    if (folder)
        path = format_new("%s/%s-%.12s.cache", folder, type->name, hash);
    free(folder);
    return path;
}

static void origin_release(struct origin *o)
{
    for (int i = 0; i < DATA_FILES; i++)
        free(o->paths[i]);
    free(o->cache);
}

/* Appends the absolute path of a source file to `paths`, and that path with its size and modification time to `state`.
 * Returns 0, or -1 after a message. */
static int describe(const char *path, struct text *paths, struct text *state)
{
    char *real = realpath(path, NULL);
    struct stat st;

    if (!real || stat(real, &st)) {
        free(real);
        return error("cannot open %s: %s", path, strerror(errno));
    }
    text_add(paths, "%s\n", real);
    text_add(state, "%s %lld %lld.%09ld\n", real, (long long)st.st_size,
             (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
    free(real);
    return 0;
}

/* Prints that the set's files were not found. searched: the lines of named_set_locate(). Returns -1. */
static int not_found(const struct named_set *set, const char *name, const struct text *searched)
{
    struct text list = {0};

    for (const char *s = text_str(searched); *s; s++)
        text_addn(&list, *s == '\n' ? ", " : s, *s == '\n' ? 2 : 1);
    for (int i = 0; set->files[i]; i++)
        text_add(&list, "%s%s", i ? ", " : ". Its files are ", set->files[i]);
    error("data set %s is not here: %s%s; looked in %s", name, set->type->install,
          set->folder || set->type->list ? "" : ", or set NORMLAB_DATA to the folder that holds it",
          text_str(&list));
    text_clear(&list);
    return -1;
}

/* Fills o with the source files of the set and the path of its cache file, which need not exist. Returns 0, or -1
 * after a message. origin_release() frees o in both cases. */
static int origin_find(struct origin *o, const struct named_set *set, const char *name)
{
    struct text where = {0}, paths = {0}, state = {0};
    struct list files = {0};
    int r = 0;

    *o = (struct origin){.type = set->type};
    if (!named_set_locate(set, &where))
        r = not_found(set, name, &where);
    text_add(&paths, "version %d\n", CACHE_VERSION);
    for (int i = 0; r == 0 && set->files[i]; i++) {
        o->paths[i] = source_find(text_str(&where), set->files[i]);
        r = o->paths[i]
                ? describe(o->paths[i], &paths, &state)
                : error("%s/%s has just vanished; try again", text_str(&where), set->files[i]);
    }
    if (r == 0 && set->type->list) {
        r = set->type->list(set->argument, &files);
        for (int i = 0; r == 0 && i < files.count; i++)
            r = describe(files.item[i], &paths, &state);
        text_add(&paths, "%s\n", set->argument);
        o->paths[0] = xstrdup(set->argument);
    }
    if (r == 0 && !data_is_generated(set->type)) {
        sha256_hex(text_str(&state), state.length, o->key);
        o->cache = cache_path(set->type, &paths);
    }
    list_clear(&files);
    text_clear(&where);
    text_clear(&paths);
    text_clear(&state);
    return r;
}

/* ---- opening ---- */

/* Decodes the set into d, in memory. Returns 0, or -1 after a message. */
static int compose(struct data *d, const struct origin *o)
{
    struct data_decoded decoded = {0};
    int r = o->type->decode((const char *const *)o->paths, &decoded);

    if (r == 0)
        r = cache_compose(d, o, &decoded);
    data_decoded_clear(&decoded);
    return r;
}

/* Decodes the set into d and writes its cache file. A generated set gets no cache file: computing it takes
 * milliseconds, and a cache file would not notice a change of the code. Returns 0, or -1 after a message. */
static int decode(struct data *d, const struct origin *o)
{
    struct data stored;
    int r = compose(d, o);

    if (r || data_is_generated(o->type))
        return r;
    /* Uses the mapped cache file instead of d's memory, because processes share the memory of a mapped file. */
    if (cache_store(d, o) == 0 && cache_map(&stored, o)) {
        data_close(d);
        *d = stored;
    }
    return 0;
}

/* Finds the files and the cache of the set `name`. Returns 0, or -1 after a message. origin_release() frees o in both
 * cases. */
static int origin_of(struct origin *o, const char *name)
{
    const struct data_type *type = data_type_find(name);
    struct named_set set;
    int r;

    *o = (struct origin){0};
    if (!type)
        return unknown(name);
    named_set_init(&set, name);
    /* An argument that is only a folder, "idx:FOLDER/", is enough when the names of the files may lack a prefix
     * (data/locate.c). */
    if (type->argument && !*set.folder_name && !(set.folder && *type->files[0] == '-'))
        r = error("data=%s: which files? it should be %s:%s: %s", name, type->name, type->argument,
                  type->install);
    else
        r = origin_find(o, &set, name);
    named_set_release(&set);
    return r;
}

int data_open(struct data *d, const char *name)
{
    struct origin o;
    int r = origin_of(&o, name);

    memset(d, 0, sizeof *d);
    if (r == 0 && !(o.cache && cache_map(d, &o)))
        r = decode(d, &o);
    origin_release(&o);
    return r;
}

int data_check(const char *name, bool *renewed)
{
    struct data cached, fresh = {0};
    struct origin o;
    int r = origin_of(&o, name);

    *renewed = false;
    if (r == 0 && o.cache && file_exists(o.cache)) {
        bool usable = cache_map(&cached, &o);

        r = compose(&fresh, &o);
        *renewed = r == 0 && usable && !cache_same(&cached, &fresh);
        if (r == 0 && (!usable || *renewed))
            r = cache_store(&fresh, &o);
        data_close(&cached);
        data_close(&fresh);
    }
    origin_release(&o);
    return r;
}

void data_close(struct data *d)
{
    if (d->map)
        munmap(d->map, d->map_bytes);
    memset(d, 0, sizeof *d);
}
