/*
 * struct transfer: saves fields of structs as a sequence of bytes, or restores the fields from these bytes. For each
 * struct, its module has one function that calls TRANSFER() for each field. The same function saves and restores, so
 * that both use the same order. The bytes are copied as they are in memory: only the same build of the program can
 * restore what it saved.
 */
#ifndef NORMLAB_BASE_FORMATS_TRANSFER_H
#define NORMLAB_BASE_FORMATS_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>

struct transfer {
    /* Saving: takes the next bytes; its first argument is `context`. NULL: restoring. */
    void (*put)(void *context, const void *data, size_t size_bytes);
    void *context;
    /* Restoring: the bytes that are not yet restored; the caller owns them. */
    const char *from;
    size_t left;
    bool failed; /* restoring: there were too few bytes */
};

/* True when t saves, false when it restores. */
bool transfer_saves(const struct transfer *t);

/* Saving: hands the bytes of data to t->put. Restoring: overwrites data with the next bytes. When fewer than size_bytes
 * are left, sets data to zeros and t->failed to true. */
void transfer_bytes(struct transfer *t, void *data, size_t size_bytes);

/* Saves or restores a variable or field. */
#define TRANSFER(t, field) transfer_bytes(t, &(field), sizeof(field))

#endif
