/* Writes text as HTML. */
#include "report/markup.h"
#include "base/utf8.h"

void html_add(struct text *out, const char *s)
{
    for (int n; s && *s; s += n ? n : 1) {
        n = utf8_length(s);
        if (*s == '&')
            text_adds(out, "&amp;");
        else if (*s == '<')
            text_adds(out, "&lt;");
        else if (*s == '>')
            text_adds(out, "&gt;");
        else if (*s == '"')
            text_adds(out, "&quot;");
        else if (*s == '\'')
            text_adds(out, "&#39;");
        else if (n == 0 || utf8_control(s, n))
            text_adds(out, "\xef\xbf\xbd");
        else
            text_addn(out, s, (size_t)n);
    }
}
