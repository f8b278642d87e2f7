/* SHA-256 in lower-case hexadecimal. The only user of libcrypto. */
#ifndef NORMLAB_BASE_SHA256_H
#define NORMLAB_BASE_SHA256_H

#include <stddef.h>

void sha256_hex(const void *data, size_t size_bytes, char hex[65]);

/* The same piece by piece, for what is not in memory as a whole. sha256_end() releases. */
struct sha256 {
    void *context;
};
void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *data, size_t size_bytes);
void sha256_end(struct sha256 *s, char hex[65]);

#endif
