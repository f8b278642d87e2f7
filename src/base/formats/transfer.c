#include "base/formats/transfer.h"
#include <string.h>

bool transfer_saves(const struct transfer *t)
{
    return t->put != NULL;
}

void transfer_bytes(struct transfer *t, void *data, size_t size_bytes)
{
    if (size_bytes == 0)
        return;
    if (transfer_saves(t)) {
        t->put(t->context, data, size_bytes);
        return;
    }
    t->failed = t->failed || size_bytes > t->left;
    if (t->failed) {
        memset(data, 0, size_bytes);
        return;
    }
    memcpy(data, t->from, size_bytes);
    t->from += size_bytes;
    t->left -= size_bytes;
}
