#include "data/utf8.h"
#include "base/error.h"
#include <utf8proc.h>

int utf8_lower(const char *s, size_t n, int32_t *out, int room)
{
    const utf8proc_option_t form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t got =
        utf8proc_decompose((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, out, room, form);

    if (got < 0)
        return -1;
    if (got > room)
        return room + 1;
    got = utf8proc_normalize_utf32(out, got, form);
    if (got < 0)
        BUG("characters that were just decoded do not compose: %s", utf8proc_errmsg(got));
    for (utf8proc_ssize_t i = 0; i < got; i++)
        out[i] = utf8proc_tolower(out[i]);
    return (int)got;
}

bool utf8_is_letter(int32_t character)
{
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return true;
    default:
        return false;
    }
}

int utf8_put(int32_t character, uint8_t to[UTF8_MAX])
{
    return (int)utf8proc_encode_char(character, to);
}

int utf8_get(const uint8_t *from, int32_t *character)
{
    return (int)utf8proc_iterate(from, -1, character);
}
