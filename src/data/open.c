#include "base/arena.h"
#include "base/error.h"
#include "base/sha256.h"
#include "data/cache.h"
#include "data/source.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

void data_decoded_clear(struct data_decoded *d)
{
    free(d->train_image);
    free(d->train_label);
    free(d->test_image);
    free(d->test_label);
    free(d->train_series);
    free(d->test_series);
    free(d->train_length);
    free(d->test_length);
    free(d->train_target);
    free(d->test_target);
    memset(d, 0, sizeof *d);
}

/* The cache of sources at these places; their sizes and times are in its header, so that one file
 * is replaced, not joined by another, when they change. */
static char *cache_path(const struct data_type *type, const struct text *places)
{
    const char *own = getenv("NORMLAB_CACHE");
    char *folder = own && own[0] ? xstrdup(own) : user_folder("XDG_CACHE_HOME", ".cache");
    char *path = NULL, hash[65];

    sha256_hex(text_str(places), places->length, hash);
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

/* Adds a source's place to `places`, and that with its size and time to `state`. */
static int describe(const char *path, struct text *places, struct text *state)
{
    char *real = realpath(path, NULL);
    struct stat st;

    if (!real || stat(real, &st)) {
        free(real);
        return error("cannot open %s: %s", path, strerror(errno));
    }
    text_add(places, "%s\n", real);
    text_add(state, "%s %lld %lld.%09ld\n", real, (long long)st.st_size,
             (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
    free(real);
    return 0;
}

static int not_found(const struct wanted *w, const char *name, const struct text *where)
{
    struct text list = {0};

    for (const char *s = text_str(where); *s; s++)
        text_addn(&list, *s == '\n' ? ", " : s, *s == '\n' ? 2 : 1);
    error("data set %s is not here: %s%s; looked in %s", name, w->type->install,
          w->path ? "" : ", or set NORMLAB_DATA to the folder that holds it", text_str(&list));
    text_clear(&list);
    return -1;
}

/* Finds the sources and their cache. 0, or -1 after a message; origin_release() in both cases. */
static int origin_find(struct origin *o, const struct wanted *w, const char *name)
{
    struct text where = {0}, places = {0}, state = {0};
    int r = 0;

    *o = (struct origin){.type = w->type};
    if (!wanted_locate(w, &where))
        r = not_found(w, name, &where);
    text_add(&places, "version %d\n", CACHE_VERSION);
    for (int i = 0; r == 0 && w->files[i]; i++) {
        o->paths[i] = source_find(text_str(&where), w->files[i]);
        r = o->paths[i]
                ? describe(o->paths[i], &places, &state)
                : error("%s/%s has just vanished; try again", text_str(&where), w->files[i]);
    }
    if (r == 0 && w->files[0]) {
        sha256_hex(text_str(&state), state.length, o->key);
        o->cache = cache_path(w->type, &places);
    }
    text_clear(&where);
    text_clear(&places);
    text_clear(&state);
    return r;
}

/* Decodes the set and stores it, save for a generated one: no file's time would tell that its code
 * has changed, and it is made in milliseconds. */
static int decode(struct data *d, const struct origin *o)
{
    struct data_decoded decoded = {0};
    struct data stored;
    int r = o->type->decode((const char *const *)o->paths, &decoded);

    if (r == 0)
        r = cache_compose(d, o, &decoded);
    data_decoded_clear(&decoded);
    if (r || !o->type->files[0])
        return r;
    /* The file's pages are shared with other processes, those of d are not. */
    if (cache_store(d, o) == 0 && cache_map(&stored, o)) {
        data_close(d);
        *d = stored;
    }
    return 0;
}

static int unknown(const char *name)
{
    struct text known = {0};
    const char *names[64] = {NULL}, *near;

    for (int i = 0; data_types[i]; i++) {
        text_add(&known, "%s%s", i ? ", " : "", data_types[i]->name);
        if (i < 63)
            names[i] = data_types[i]->name;
    }
    near = text_nearest(name, names);
    error("no data set is called '%s'%s%s%s; known: %s", name, near ? ", did you mean " : "",
          near ? near : "", near ? "?" : "", text_str(&known));
    text_clear(&known);
    return -1;
}

int data_open(struct data *d, const char *name)
{
    const struct data_type *type = data_type_find(name);
    struct wanted w;
    struct origin o;
    int r;

    memset(d, 0, sizeof *d);
    if (!type)
        return unknown(name);
    wanted_init(&w, name);
    if (type->argument && !*w.own) {
        wanted_release(&w);
        return error("data=%s: which files? it should be %s:%s: %s", name, type->name,
                     type->argument, type->install);
    }
    r = origin_find(&o, &w, name);
    if (r == 0 && !(o.cache && cache_map(d, &o)))
        r = decode(d, &o);
    origin_release(&o);
    wanted_release(&w);
    return r;
}

void data_close(struct data *d)
{
    if (d->map)
        munmap(d->map, d->map_bytes);
    memset(d, 0, sizeof *d);
}
