#include "data/cache.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CACHE_MAGIC  "NORMLAB\n"
#define CACHE_HEADER 4096

/* In native byte order: a cache does not travel, and where the order is another its version is. */
struct header {
    char magic[8];
    uint32_t version;
    int32_t rank, h, w, c, classes;
    int32_t train_count, test_count;
    int32_t targets; /* numbers in a sample's target; 0: there are none */
    uint64_t payload_bytes;
    double mean[DATA_CHANNELS], sd[DATA_CHANNELS];
    char sha256[65]; /* of the payload */
    char origin[65]; /* SHA-256 of the sources' paths, sizes and times */
    char check[65];  /* SHA-256 of all of the above */
};
_Static_assert(sizeof(struct header) <= CACHE_HEADER, "the header fits its page");

/* ---- the form ---- */

static void header_seal(const struct header *h, char check[65])
{
    sha256_hex(h, offsetof(struct header, check), check);
}

/* Points d into the map. Only with a header that is sound. */
static void attach(struct data *d, const struct data_type *type, void *map, size_t map_bytes)
{
    const struct header *h = map;
    const uint8_t *p = (const uint8_t *)map + CACHE_HEADER;
    size_t train_targets = (size_t)h->train_count * (size_t)h->targets;
    const float *target = (const float *)p; /* first, where they are aligned */

    *d = (struct data){.name = type->name,
                       .shape = {h->rank, h->h, h->w, h->c},
                       .classes = h->classes,
                       .outputs = h->targets ? h->targets : h->classes,
                       .map = map,
                       .map_bytes = map_bytes};
    if (h->targets) {
        d->train.target = target;
        d->test.target = target + train_targets;
        p = (const uint8_t *)(d->test.target + (size_t)h->test_count * (size_t)h->targets);
    }
    d->train.count = h->train_count;
    d->train.image = p;
    d->train.label = p += (size_t)h->train_count * shape_size(d->shape);
    d->test.count = h->test_count;
    d->test.image = p += h->train_count;
    d->test.label = p + (size_t)h->test_count * shape_size(d->shape);
    memcpy(d->mean, h->mean, sizeof d->mean);
    memcpy(d->sd, h->sd, sizeof d->sd);
    memcpy(d->sha256, h->sha256, sizeof d->sha256);
}

/* Exact: from a histogram, whose sums do not round. sd is over all pixels, not an estimate. */
static void pixel_moments(const uint8_t *pixels, size_t positions, int channels, double *mean,
                          double *sd)
{
    uint64_t seen[DATA_CHANNELS][256] = {{0}};

    for (size_t i = 0; i < positions; i++)
        for (int c = 0; c < channels; c++)
            seen[c][*pixels++]++;
    for (int c = 0; c < channels; c++) {
        double n = (double)positions, sum = 0, squares = 0;

        for (int v = 0; v < 256; v++)
            sum += (double)seen[c][v] * v;
        mean[c] = sum / n;
        for (int v = 0; v < 256; v++)
            squares += (double)seen[c][v] * (v - mean[c]) * (v - mean[c]);
        sd[c] = sqrt(squares / n);
    }
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
                         .payload_bytes = payload};
    memcpy(h->magic, CACHE_MAGIC, sizeof h->magic);
    memcpy(h->origin, o->key, sizeof h->origin);
    pixel_moments(d->train_image, (size_t)d->train_count * shape_positions(d->shape), d->shape.c,
                  h->mean, h->sd);
    sha256_hex((char *)h + CACHE_HEADER, payload, h->sha256);
    header_seal(h, h->check);
}

int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded)
{
    size_t image = shape_size(decoded->shape);
    size_t target = decoded->train_target ? (size_t)decoded->outputs * sizeof(float) : 0;
    size_t payload =
        ((size_t)decoded->train_count + (size_t)decoded->test_count) * (target + image + 1);
    void *map = mmap(NULL, CACHE_HEADER + payload, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    uint8_t *p;

    if (map == MAP_FAILED)
        return error("data set %s: no memory for its %zu bytes", o->type->name, payload);
    p = (uint8_t *)map + CACHE_HEADER;
    p = put(p, decoded->train_target, decoded->train_count, target);
    p = put(p, decoded->test_target, decoded->test_count, target);
    p = put(p, decoded->train_image, decoded->train_count, image);
    p = put(p, decoded->train_label, decoded->train_count, 1);
    p = put(p, decoded->test_image, decoded->test_count, image);
    put(p, decoded->test_label, decoded->test_count, 1);
    fill_header(map, o, decoded, payload);
    attach(d, o->type, map, CACHE_HEADER + payload);
    return 0;
}

/* ---- reading it ---- */

static bool labels_below(const struct data_split *s, int classes)
{
    for (int i = 0; i < s->count; i++)
        if (s->label[i] >= classes)
            return false;
    return true;
}

/* Divides, since a product of these might overflow. */
static bool sizes_agree(const struct header *h)
{
    uint64_t images, image, target;

    if (h->rank < 1 || h->rank > 3 || h->h < 1 || h->w < 1 || h->c < 1 || h->c > DATA_CHANNELS ||
        h->classes < 1 || h->train_count < 1 || h->test_count < 1 || h->targets < 0)
        return false;
    images = (uint64_t)h->train_count + (uint64_t)h->test_count;
    target = (uint64_t)h->targets * sizeof(float);
    image = h->payload_bytes / images - 1 - target;
    return h->payload_bytes % images == 0 && image % (uint64_t)h->c == 0 &&
           image / (uint64_t)h->c == (uint64_t)h->h * (uint64_t)h->w;
}

/* What is wrong with a cache's header: NULL for nothing, "" for a sound cache of something else. */
static const char *header_flaw(const struct header *h, size_t file_bytes, const char *key)
{
    char seal[65];

    if (file_bytes < CACHE_HEADER)
        return "it is too short";
    if (memcmp(h->magic, CACHE_MAGIC, sizeof h->magic))
        return "it is no cache file";
    if (h->version != CACHE_VERSION)
        return "";
    header_seal(h, seal);
    if (memcmp(seal, h->check, sizeof seal))
        return "its header is damaged";
    if (file_bytes - CACHE_HEADER != h->payload_bytes)
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
    if (!labels_below(&d->train, d->classes) || !labels_below(&d->test, d->classes))
        flaw = "its labels are out of range";
    return flaw;
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
