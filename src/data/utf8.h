/* Unicode text. Private to src/data; the only user of utf8proc. */
#ifndef NORMLAB_DATA_UTF8_H
#define NORMLAB_DATA_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_MAX 4 /* bytes of a character, at most */

/* The characters of s[0..n) in normalization form C, and then in lower case, one for one: ß stays
 * ß. Returns their number; more than room when they are more than fit (what is in out is then of no
 * meaning), or -1 when s is not valid UTF-8. */
int utf8_lower(const char *s, size_t n, int32_t *out, int room);

/* Of any script, with or without case; a mark that no letter has taken in is none. */
bool utf8_is_letter(int32_t character);

/* Writes a character; returns its bytes. */
int utf8_put(int32_t character, uint8_t to[UTF8_MAX]);

/* Reads what utf8_put() wrote; returns its bytes. */
int utf8_get(const uint8_t *from, int32_t *character);

#endif
