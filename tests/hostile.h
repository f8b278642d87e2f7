/* Strings that attack the programs which show them: shells, gnuplot, TeX, browsers, terminals and spreadsheets. */
#ifndef NORMLAB_TESTS_HOSTILE_H
#define NORMLAB_TESTS_HOSTILE_H

#include "base/utf8.h"
#include "support.h"
#include <string.h>

static const char *const hostile[] = {
    "`touch owned`",
    "$(touch owned)",
    "'; touch owned; '",
    "' . system('touch owned') . '",
    "\" . system(\"touch owned\") . \"",
    "', system('touch owned'), '",
    "@touch ! touch owned",
    "%s%n %d",
    "\\input{owned} \\immediate\\write18{touch owned}",
    "^^5cinput{owned} }\\end{document}",
    "$\\input{owned}$ % \\input",
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "&#x3c;script> ]]> --> </style>",
    "\x1b[31m\x1b[2J red",
    "\x1b]8;;http://example.org\x07 a link \x1b]8;;\x1b\\",
    "\x1b]0;title\x07 \x1bP+q\x1b\\",
    "\xc2\x9b"
    "31m \xc2\x9d"
    "0;t\xc2\x9c",
    "two\nlines",
    "two\r\nlines\r",
    "\nEOD\nsystem('touch owned')\n",
    "\xe2\x80\xae"
    "dlrow \xe2\x81\xa6x\xe2\x81\xa9 \xd8\x9c\xe2\x80\x8f",
    "=cmd|' /C calc'!A0",
    "+1+cmd|'x'!A0",
    "-2+3+cmd",
    "@SUM(1,2)",
    "\t=1+1",
    "\r=1+1",
    "\x7f\x08\x08 rubbed out",
    "\xff\xfe not \xc3 UTF-8 \xed\xa0\x80",
};
enum { HOSTILES = sizeof hostile / sizeof *hostile };

/* Fails when a character of the text controls a terminal (utf8_control()), or when the text is not UTF-8. */
static inline void assert_shown(const char *what, const char *text)
{
    for (const char *s = text; *s;) {
        int n = utf8_length(s);

        if (n == 0 || utf8_control(s, n))
            fail_msg("%s: byte %zu, %#x, acts on a terminal: %.*s", what, (size_t)(s - text),
                     (unsigned char)*s, 60, s);
        s += n;
    }
}

#endif
