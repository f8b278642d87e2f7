/* SHA-256 hashes, written in lower-case hexadecimal. No other file uses libcrypto. When libcrypto fails, as without
 * memory, these functions print a message and end the process. */
#ifndef NORMLAB_BASE_SHA256_H
#define NORMLAB_BASE_SHA256_H

#include <stddef.h>

/* Writes the hash of data, with a NUL after it, to hex. */
void sha256_hex(const void *data, size_t size_bytes, char hex[65]);

/* Hash data that comes in pieces: call sha256_start(), then sha256_add() for each piece in order, then sha256_end(),
 * which writes the hash and frees s. */
struct sha256 {
    void *context;
};
void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *data, size_t size_bytes);
void sha256_end(struct sha256 *s, char hex[65]);

#endif
