#include "data/cache.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CACHE_MAGIC "NORMLAB\n"
#define CACHE_PAGE  4096

/* In native byte order: a cache does not travel, and where the order is another its version is. */
struct header {
    char magic[8];
    uint32_t version;
    int32_t rank, h, w, c, classes;
    int32_t train_count, test_count;
    int32_t targets; /* numbers in a sample's target; 0: there are none */
    int32_t tokens;
    int32_t series, lengths; /* 1: there are some */
    uint64_t payload_bytes;
    char sha256[65]; /* of the payload */
    char origin[65]; /* SHA-256 of the sources' paths, sizes and times */
    char check[65];  /* SHA-256 of all of the above and of mean and sd */
    double mean[];   /* [c], and sd [c] behind it */
};

/* ---- the form ---- */

static size_t moments_bytes(int channels)
{
    return 2 * (size_t)channels * sizeof(double);
}

/* Whole pages, so that what follows is aligned. */
static size_t header_bytes(int channels)
{
    return (sizeof(struct header) + moments_bytes(channels) + CACHE_PAGE - 1) / CACHE_PAGE *
           CACHE_PAGE;
}

static void header_seal(const struct header *h, char check[65])
{
    sha256_hex_pieces(2, (const void *[]){h, h->mean},
                      (size_t[]){offsetof(struct header, check), moments_bytes(h->c)}, check);
}

/* The next `count` things of `size` bytes; NULL when there are none. */
static const void *take(const uint8_t **from, int count, size_t size)
{
    const uint8_t *at = *from;

    *from += (size_t)count * size;
    return size ? at : NULL;
}

/* Points d into the map. Only with a header that is sound. */
static void attach(struct data *d, const struct data_type *type, void *map, size_t map_bytes)
{
    const struct header *h = map;
    const uint8_t *p = (const uint8_t *)map + header_bytes(h->c);
    size_t target = (size_t)h->targets * sizeof(float), size;
    size_t length = h->lengths ? sizeof(int32_t) : 0;

    *d = (struct data){.name = type->name,
                       .shape = {h->rank, h->h, h->w, h->c},
                       .classes = h->classes,
                       .outputs = h->targets ? h->targets : h->classes,
                       .tokens = h->tokens,
                       .train.count = h->train_count,
                       .test.count = h->test_count,
                       .mean = h->mean,
                       .sd = h->mean + h->c,
                       .map = map,
                       .map_bytes = map_bytes};
    size = shape_size(d->shape);
    d->train.target = take(&p, h->train_count, target);
    d->test.target = take(&p, h->test_count, target);
    d->train.series = take(&p, h->train_count, h->series ? size * sizeof(float) : 0);
    d->test.series = take(&p, h->test_count, h->series ? size * sizeof(float) : 0);
    d->train.length = take(&p, h->train_count, length);
    d->test.length = take(&p, h->test_count, length);
    d->train.image = take(&p, h->train_count, h->series ? 0 : size);
    d->train.label = take(&p, h->train_count, 1);
    d->test.image = take(&p, h->test_count, h->series ? 0 : size);
    d->test.label = take(&p, h->test_count, 1);
    memcpy(d->sha256, h->sha256, sizeof d->sha256);
}

static uint8_t *put(uint8_t *to, const void *from, int count, size_t size)
{
    if (size > 0)
        memcpy(to, from, (size_t)count * size);
    return to + (size_t)count * size;
}

static void fill_header(struct header *h, const struct origin *o, const struct data_decoded *d,
                        size_t payload)
{
    *h = (struct header){.version = CACHE_VERSION,
                         .rank = d->shape.rank,
                         .h = d->shape.h,
                         .w = d->shape.w,
                         .c = d->shape.c,
                         .classes = d->classes,
                         .train_count = d->train_count,
                         .test_count = d->test_count,
                         .targets = d->train_target ? d->outputs : 0,
                         .tokens = d->tokens,
                         .series = d->train_series != NULL,
                         .lengths = d->train_length != NULL,
                         .payload_bytes = payload};
    memcpy(h->magic, CACHE_MAGIC, sizeof h->magic);
    memcpy(h->origin, o->key, sizeof h->origin);
    decoded_moments(d, h->mean, h->mean + h->c);
    sha256_hex((char *)h + header_bytes(h->c), payload, h->sha256);
    header_seal(h, h->check);
}

int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded)
{
    size_t size = shape_size(decoded->shape), header = header_bytes(decoded->shape.c);
    size_t target = decoded->train_target ? (size_t)decoded->outputs * sizeof(float) : 0;
    size_t series = decoded->train_series ? size * sizeof(float) : 0, image = series ? 0 : size;
    size_t length = decoded->train_length ? sizeof(int32_t) : 0;
    size_t payload = ((size_t)decoded->train_count + (size_t)decoded->test_count) *
                     (target + series + length + image + 1);
    void *map =
        mmap(NULL, header + payload, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    uint8_t *p;

    if (map == MAP_FAILED)
        return error("data set %s: no memory for its %zu bytes", o->type->name, payload);
    p = (uint8_t *)map + header;
    p = put(p, decoded->train_target, decoded->train_count, target);
    p = put(p, decoded->test_target, decoded->test_count, target);
    p = put(p, decoded->train_series, decoded->train_count, series);
    p = put(p, decoded->test_series, decoded->test_count, series);
    p = put(p, decoded->train_length, decoded->train_count, length);
    p = put(p, decoded->test_length, decoded->test_count, length);
    p = put(p, decoded->train_image, decoded->train_count, image);
    p = put(p, decoded->train_label, decoded->train_count, 1);
    p = put(p, decoded->test_image, decoded->test_count, image);
    put(p, decoded->test_label, decoded->test_count, 1);
    fill_header(map, o, decoded, payload);
    attach(d, o->type, map, header + payload);
    return 0;
}

/* ---- reading it ---- */

/* Whether each of n bytes is below the limit. */
static bool bytes_below(const uint8_t *bytes, size_t n, int limit)
{
    for (size_t i = 0; i < n; i++)
        if (bytes[i] >= limit)
            return false;
    return true;
}

/* What is wrong with a split's numbers, of those that index arrays; NULL for nothing. */
static const char *split_flaw(const struct data *d, const struct data_split *s)
{
    if (!bytes_below(s->label, (size_t)s->count, d->classes))
        return "its labels are out of range";
    if (d->tokens && !bytes_below(s->image, (size_t)s->count * shape_size(d->shape), d->tokens))
        return "its tokens are out of range";
    for (int i = 0; s->length && i < s->count; i++)
        if (s->length[i] < 1 || s->length[i] > d->shape.h)
            return "its lengths are out of range";
    return NULL;
}

static bool kinds_agree(const struct header *h)
{
    if (h->series < 0 || h->series > 1 || h->lengths < 0 || h->lengths > 1 || h->tokens < 0 ||
        h->tokens > 256 || h->targets < 0)
        return false;
    if (h->tokens)
        return h->rank == 2 && h->c == 1 && !h->series;
    return h->series ? h->rank == 2 : h->c <= DATA_CHANNELS && !h->lengths;
}

/* Divides, since a product of these might overflow. */
static bool sizes_agree(const struct header *h)
{
    uint64_t samples, sample, beside;

    if (h->rank < 1 || h->rank > 3 || h->h < 1 || h->w < 1 || h->classes < 1 ||
        h->train_count < 1 || h->test_count < 1 || !kinds_agree(h))
        return false;
    samples = (uint64_t)h->train_count + (uint64_t)h->test_count;
    beside = 1 + (uint64_t)h->targets * sizeof(float) + (h->lengths ? sizeof(int32_t) : 0);
    if (h->payload_bytes % samples || h->payload_bytes / samples < beside)
        return false;
    sample = h->payload_bytes / samples - beside;
    if (h->series) {
        if (sample % sizeof(float))
            return false;
        sample /= sizeof(float);
    }
    return sample % (uint64_t)h->c == 0 &&
           sample / (uint64_t)h->c == (uint64_t)h->h * (uint64_t)h->w;
}

/* What is wrong with a cache's header: NULL for nothing, "" for a sound cache of something else. */
static const char *header_flaw(const struct header *h, size_t file_bytes, const char *key)
{
    char seal[65];

    if (file_bytes < CACHE_PAGE)
        return "it is too short";
    if (memcmp(h->magic, CACHE_MAGIC, sizeof h->magic))
        return "it is no cache file";
    if (h->version != CACHE_VERSION)
        return "";
    if (h->c < 1 || header_bytes(h->c) > file_bytes)
        return "its header is damaged";
    header_seal(h, seal);
    if (memcmp(seal, h->check, sizeof seal))
        return "its header is damaged";
    if (file_bytes - header_bytes(h->c) != h->payload_bytes)
        return "its length is wrong";
    if (!sizes_agree(h))
        return "its sizes do not agree";
    return memcmp(h->origin, key, sizeof h->origin) ? "" : NULL;
}

/* As header_flaw(), for a whole file; points d into a good one. */
static const char *map_flaw(struct data *d, const struct origin *o, void *map, size_t size)
{
    const char *flaw = header_flaw(map, size, o->key);

    if (flaw)
        return flaw;
    attach(d, o->type, map, size);
    flaw = split_flaw(d, &d->train);
    return flaw ? flaw : split_flaw(d, &d->test);
}

bool cache_map(struct data *d, const struct origin *o)
{
    int fd = open(o->cache, O_RDONLY | O_CLOEXEC);
    struct stat st;
    void *map = MAP_FAILED;
    size_t size = 0;
    const char *flaw;

    if (fd < 0)
        return false;
    if (fstat(fd, &st) == 0 && st.st_size > 0)
        map = mmap(NULL, size = (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    flaw = map == MAP_FAILED ? "it cannot be mapped" : map_flaw(d, o, map, size);
    if (!flaw)
        return true;
    if (map != MAP_FAILED)
        munmap(map, size);
    memset(d, 0, sizeof *d);
    if (*flaw)
        warning("cache %s is damaged (%s); decoding anew", o->cache, flaw);
    return false;
}

/* ---- writing it ---- */

/* mkdir -p of path's folder, which says nothing: that there is no cache is no error. 0 or errno. */
static int make_parents(const char *path)
{
    char *p = xstrdup(path);
    int why = 0;

    for (char *s = strchr(p + 1, '/'); s && why == 0; s = strchr(s + 1, '/')) {
        *s = '\0';
        if (mkdir(p, 0777) && errno != EEXIST)
            why = errno;
        *s = '/';
    }
    free(p);
    return why;
}

/* Writes to a temporary file that no process on any host that shares the folder also writes; its
 * name is left in *temporary, for the caller to free, and on failure it is removed. 0 or errno. */
static int write_temporary(const char *path, const void *data, size_t size, char **temporary)
{
    char *pattern = format_new("%s.XXXXXX", path);
    int fd, why;

    *temporary = file_temporary(pattern);
    fd = mkostemps(*temporary, (int)(strlen(*temporary) - strlen(pattern)), O_CLOEXEC);
    free(pattern);
    if (fd < 0)
        return errno;
    why = file_put(fd, data, size) ? errno : 0;
    fchmod(fd, 0644); /* a cache may serve other users; mkostemps() gives it to its owner alone */
    if (close(fd) && why == 0)
        why = errno;
    if (why)
        unlink(*temporary);
    return why;
}

int cache_store(const struct data *d, const struct origin *o)
{
    char *temporary = NULL;
    int why, r = -1;

    if (!o->cache) {
        warning("data set %s is decoded each time, for want of a cache folder; set NORMLAB_CACHE",
                o->type->name);
        return -1;
    }
    why = make_parents(o->cache);
    if (why == 0)
        why = write_temporary(o->cache, d->map, d->map_bytes, &temporary);
    if (why == 0)
        r = file_publish(temporary, o->cache);
    else
        warning(
            "data set %s is decoded each time: cannot write its cache %s: %s; set NORMLAB_CACHE to "
            "a folder that can be written",
            o->type->name, o->cache, strerror(why));
    free(temporary);
    return r;
}
