#include "data/cache.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define CACHE_MAGIC "NORMLAB\n"
#define CACHE_PAGE  4096

/* The beginning of a cache file. Its numbers have the byte order of the machine, because cache files stay on the
 * machine that wrote them. A machine with the other byte order reads a wrong `version` and ignores the file. */
struct header {
    char magic[8];
    uint32_t version;
    int32_t rank, h, w, c, classes;
    int32_t train_count, test_count;
    int32_t targets;         /* numbers in a target; 0: the set has classes */
    int32_t tokens;          /* as in struct data */
    int32_t series, lengths; /* 1: the set has this array; 0: it does not */
    uint64_t payload_bytes;
    char sha256[65]; /* SHA-256 of the payload */
    char origin[65]; /* SHA-256 of the source files' paths, sizes and times */
    char check[65];  /* SHA-256 of all of the above and of mean and sd */
    double mean[];   /* [c], followed by sd [c] */
};

/* ---- the header ---- */

static size_t moments_bytes(int channels)
{
    return 2 * (size_t)channels * sizeof(double);
}

/* Returns the size of the header with mean and sd, rounded up to whole pages so that the payload is aligned. */
static size_t header_bytes(int channels)
{
    return (sizeof(struct header) + moments_bytes(channels) + CACHE_PAGE - 1) / CACHE_PAGE *
           CACHE_PAGE;
}

/* Computes the checksum in h->check from all fields before it, mean and sd, and writes it to `check`. */
static void header_check(const struct header *h, char check[65])
{
    struct sha256 sum;

    sha256_start(&sum);
    sha256_add(&sum, h, offsetof(struct header, check));
    sha256_add(&sum, h->mean, moments_bytes(h->c));
    sha256_end(&sum, check);
}

/* ---- the arrays of the payload, in the order of the file ---- */

enum kind { TARGET, SERIES, LENGTH, IMAGE, LABEL };

static const struct piece {
    enum kind kind;
    size_t count; /* offset in struct header of the number of samples */
    /* offsets of the array's pointer in struct data and struct data_decoded */
    size_t in_data, in_decoded;
} pieces[] = {
#define PIECE(split, kind, field)                                                                  \
    {                                                                                              \
        kind, offsetof(struct header, split##_count), offsetof(struct data, split.field),          \
            offsetof(struct data_decoded, split.field)                                             \
    }
    PIECE(train, TARGET, target), PIECE(test, TARGET, target),  PIECE(train, SERIES, series),
    PIECE(test, SERIES, series),  PIECE(train, LENGTH, length), PIECE(test, LENGTH, length),
    PIECE(train, IMAGE, image),   PIECE(train, LABEL, label),   PIECE(test, IMAGE, image),
    PIECE(test, LABEL, label),
#undef PIECE
};
enum { PIECES = sizeof pieces / sizeof *pieces };

/* Returns the size of an array in bytes; 0 when the set does not have it. */
static size_t piece_bytes(const struct header *h, const struct piece *p)
{
    size_t count = (size_t) * (const int32_t *)(const void *)((const char *)h + p->count);
    size_t numbers = (size_t)h->h * (size_t)h->w * (size_t)h->c;

    switch (p->kind) {
    case TARGET:
        return count * (size_t)h->targets * sizeof(float);
    case SERIES:
        return h->series ? count * numbers * sizeof(float) : 0;
    case LENGTH:
        return h->lengths ? count * sizeof(int32_t) : 0;
    case IMAGE:
        return h->series ? 0 : count * numbers;
    default:
        return count;
    }
}

/* Fills d from a cache file in memory whose header has been checked. d->map becomes map. */
static void attach(struct data *d, const struct data_type *type, void *map, size_t map_bytes)
{
    const struct header *h = map;
    const char *at = (const char *)map + header_bytes(h->c);

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
    for (const struct piece *p = pieces; p < pieces + PIECES; p++) {
        size_t bytes = piece_bytes(h, p);

        if (bytes)
            memcpy((char *)d + p->in_data, &at, sizeof at);
        at += bytes;
    }
    memcpy(d->sha256, h->sha256, sizeof d->sha256);
}

int cache_compose(struct data *d, const struct origin *o, const struct data_decoded *decoded)
{
    struct header head =
                      {
                          .magic = CACHE_MAGIC,
                          .version = CACHE_VERSION,
                          .rank = decoded->shape.rank,
                          .h = decoded->shape.h,
                          .w = decoded->shape.w,
                          .c = decoded->shape.c,
                          .classes = decoded->classes,
                          .train_count = decoded->train.count,
                          .test_count = decoded->test.count,
                          .targets = decoded->train.target ? decoded->outputs : 0,
                          .tokens = decoded->tokens,
                          .series = decoded->train.series != NULL,
                          .lengths = decoded->train.length != NULL,
                      },
                  *h;
    size_t offset = header_bytes(head.c);
    char *at;

    for (int i = 0; i < PIECES; i++)
        head.payload_bytes += piece_bytes(&head, &pieces[i]);
    h = mmap(NULL, offset + head.payload_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
             -1, 0);
    if (h == MAP_FAILED)
        return error("data set %s: no memory for its %zu bytes", o->type->name,
                     (size_t)head.payload_bytes);
    memcpy(h, &head, sizeof head);
    memcpy(h->origin, o->key, sizeof h->origin);
    at = (char *)h + offset;
    for (const struct piece *p = pieces; p < pieces + PIECES; p++) {
        size_t bytes = piece_bytes(h, p);
        const void *from;

        memcpy(&from, (const char *)decoded + p->in_decoded, sizeof from);
        if (bytes)
            memcpy(at, from, bytes);
        at += bytes;
    }
    decoded_moments(decoded, h->mean, h->mean + h->c);
    sha256_hex((char *)h + offset, h->payload_bytes, h->sha256);
    header_check(h, h->check);
    attach(d, o->type, h, offset + h->payload_bytes);
    return 0;
}

/* ---- reading ---- */

/* True when each of the n bytes is less than the limit. */
static bool bytes_below(const uint8_t *bytes, size_t n, int limit)
{
    for (size_t i = 0; i < n; i++)
        if (bytes[i] >= limit)
            return false;
    return true;
}

/* Checks the labels, tokens and lengths of a split, which are used as indices. Returns what is wrong with them, or
 * NULL when all are in range. */
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

/* True when the header describes one kind of set: tokens have rank 2 and 1 channel; series have rank 2 and no tokens;
 * images have no lengths and at most DATA_CHANNELS channels. */
static bool kinds_agree(const struct header *h)
{
    if (h->series < 0 || h->series > 1 || h->lengths < 0 || h->lengths > 1 || h->tokens < 0 ||
        h->tokens > 256 || h->targets < 0)
        return false;
    if (h->tokens)
        return h->rank == 2 && h->c == 1 && !h->series;
    return h->series ? h->rank == 2 : h->c <= DATA_CHANNELS && !h->lengths;
}

/* True when payload_bytes equals the size computed from the other numbers of the header. The product is computed in
 * doubles, because the numbers of a damaged header could overflow an integer. Doubles are exact up to 2^53 bytes,
 * more than any file has. */
static bool sizes_agree(const struct header *h)
{
    double sample_bytes = (double)h->h * h->w * h->c * (h->series ? sizeof(float) : 1);

    if (h->rank < 1 || h->rank > 3 || h->h < 1 || h->w < 1 || h->classes < 1 ||
        h->train_count < 1 || h->test_count < 1 || !kinds_agree(h))
        return false;
    sample_bytes += 1 + (double)h->targets * sizeof(float) + (h->lengths ? sizeof(int32_t) : 0);
    return ((double)h->train_count + h->test_count) * sample_bytes == (double)h->payload_bytes;
}

/* Checks the header of a cache file of file_bytes bytes. Returns NULL when it is correct and was made from the source
 * files with this key; "" when it was made from other source files or by another CACHE_VERSION; else what is wrong
 * with it. */
static const char *header_flaw(const struct header *h, size_t file_bytes, const char *key)
{
    char check[65];

    if (file_bytes < CACHE_PAGE)
        return "it is too short";
    if (memcmp(h->magic, CACHE_MAGIC, sizeof h->magic))
        return "it is no cache file";
    if (h->version != CACHE_VERSION)
        return "";
    if (h->c < 1 || header_bytes(h->c) > file_bytes)
        return "its header is damaged";
    header_check(h, check);
    if (memcmp(check, h->check, sizeof check))
        return "its header is damaged";
    if (file_bytes - header_bytes(h->c) != h->payload_bytes)
        return "its length is wrong";
    if (!sizes_agree(h))
        return "its sizes do not agree";
    return memcmp(h->origin, key, sizeof h->origin) ? "" : NULL;
}

/* Checks a whole cache file in memory: the header, then labels, tokens and lengths, then the hash. Returns what
 * header_flaw() returns. When the header is correct, fills d. fd: the file. */
static const char *map_flaw(struct data *d, const struct origin *o, int fd, void *map, size_t size)
{
    const char *flaw = header_flaw(map, size, o->key);
    const struct header *h = map;
    size_t header;

    if (flaw)
        return flaw;
    attach(d, o->type, map, size);
    flaw = split_flaw(d, &d->train);
    if (!flaw)
        flaw = split_flaw(d, &d->test);
    header = header_bytes(h->c);
    if (!flaw &&
        !cache_content_holds(o->cache, fd, (const char *)map + header, size - header, h->sha256))
        flaw = "its content has changed";
    return flaw;
}

bool cache_map(struct data *d, const struct origin *o)
{
    int fd = open(o->cache, O_RDONLY | O_CLOEXEC);
    struct stat st;
    void *map = MAP_FAILED;
    size_t size = 0;
    const char *flaw;

    memset(d, 0, sizeof *d);
    if (fd < 0)
        return false;
    cache_explain_cuts();
    if (fstat(fd, &st) == 0 && st.st_size > 0)
        map = mmap(NULL, size = (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    flaw = map == MAP_FAILED ? "it cannot be mapped" : map_flaw(d, o, fd, map, size);
    close(fd);
    if (!flaw)
        return true;
    if (map != MAP_FAILED)
        munmap(map, size);
    memset(d, 0, sizeof *d);
    if (*flaw)
        warning("cache %s is damaged (%s); decoding anew", o->cache, flaw);
    return false;
}

bool cache_same(const struct data *a, const struct data *b)
{
    const struct header *x = a->map, *y = b->map;
    size_t header = header_bytes(x->c);

    return memcmp(x->check, y->check, sizeof x->check) == 0 &&
           memcmp((const char *)x + header, (const char *)y + header, x->payload_bytes) == 0;
}

/* ---- writing ---- */

int cache_store(const struct data *d, const struct origin *o)
{
    char *folder;
    int why;

    if (!o->cache) {
        warning("data set %s is decoded each time: no cache folder is known; set NORMLAB_CACHE",
                o->type->name);
        return -1;
    }
    folder = xstrndup(o->cache, (size_t)(strrchr(o->cache, '/') - o->cache));
    why = folder_try_make(folder);
    free(folder);
    if (why == 0)
        why = file_try_write(o->cache, d->map, d->map_bytes);
    if (why)
        warning(
            "data set %s is decoded each time: cannot write its cache %s: %s; set NORMLAB_CACHE to "
            "a folder that can be written",
            o->type->name, o->cache, strerror(why));
    return why ? -1 : 0;
}
