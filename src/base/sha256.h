/* SHA-256 in lower-case hexadecimal. The only user of libcrypto. */
#ifndef NORMLAB_BASE_SHA256_H
#define NORMLAB_BASE_SHA256_H

#include <stddef.h>

void sha256_hex(const void *data, size_t size_bytes, char hex[65]);

/* Over several pieces, as if they stood one behind the other. */
void sha256_hex_pieces(int count, const void *const *data, const size_t *size_bytes, char hex[65]);

#endif
