#include "base/number.h"
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Returns the C locale. In glibc and musl it is a constant, so newlocale() allocates nothing. */
static locale_t c_locale(void)
{
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

    if (!c)
        abort(); /* not BUG(), whose message would call this function again */
    return c;
}

double number_parse(const char *s, char **end)
{
    locale_t c = c_locale();
    double v = strtod_l(s, end, c);

    freelocale(c);
    return v;
}

bool number_is(const char *s)
{
    char *end;

    number_parse(s, &end);
    return *s && !*end;
}

int number_vformat(char *out, size_t size, const char *format, va_list args)
{
    locale_t c = c_locale(), before = uselocale(c);
    int n = vsnprintf(out, size, format, args);

    uselocale(before);
    freelocale(c);
    return n;
}

int number_format(char *out, size_t size, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = number_vformat(out, size, format, args);
    va_end(args);
    return n;
}

void number_print(FILE *out, const char *format, ...)
{
    locale_t c = c_locale(), before = uselocale(c);
    va_list args;

    va_start(args, format);
    vfprintf(out, format, args);
    va_end(args);
    uselocale(before);
    freelocale(c);
}

void format_double(char out[32], double v)
{
    int digits = 0;

    if (isnan(v)) {
        snprintf(out, 32, "nan");
        return;
    }
    if (fabs(v) < 1e15 && v == floor(v)) { /* %g would write 100 as 1e+02 */
        snprintf(out, 32, "%.0f", v);
        return;
    }
    do
        number_format(out, 32, "%.*g", ++digits, v);
    while (digits < 17 && number_parse(out, NULL) != v);
}

/* ---- ASCII ---- */

char ascii_upper(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

bool ascii_same(const char *a, const char *b)
{
    for (; *a && ascii_upper(*a) == ascii_upper(*b); a++)
        b++;
    return !*a && !*b;
}

bool ascii_starts(const char *s, const char *prefix)
{
    for (; *prefix && ascii_upper(*s) == ascii_upper(*prefix); s++)
        prefix++;
    return !*prefix;
}

bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool ascii_is_printed(char c)
{
    return c >= ' ' && c <= '~';
}
