/* Any text in the LaTeX report: no special character of TeX comes through, and braces match. */
#include "base/utf8.h"
#include "fuzz.h"
#include "report/markup.h"
#include <string.h>

/* The commands that markup.c writes. */
static const char *const commands[] = {"textbackslash",
                                       "textasciicircum",
                                       "textasciitilde",
                                       "textless",
                                       "textgreater",
                                       "textbar",
                                       "textquotedbl",
                                       "textquotesingle",
                                       "textasciigrave",
                                       "ensuremath",
                                       "pm",
                                       "geq",
                                       "leq",
                                       "times",
                                       "cdot",
                                       "ldots",
                                       "texttt",
                                       "allowbreak",
                                       NULL};

/* True when s is one of the commands; moves *s behind it. */
static bool take_command(const char **s)
{
    size_t n = strspn(*s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    for (int i = 0; commands[i]; i++)
        if (strlen(commands[i]) == n && memcmp(commands[i], *s, n) == 0) {
            *s += n;
            return true;
        }
    return false;
}

static void check_latex(const char *s)
{
    int depth = 0;

    while (*s) {
        if (*s == '\\') {
            s++;
            if (strchr("{}$&#%_", *s) && *s)
                s++;
            else
                FUZZ_CHECK(take_command(&s));
        } else {
            int n = utf8_length(s);

            FUZZ_CHECK(!strchr("$&#%_^~<>|\"\t\n", *s));
            FUZZ_CHECK((unsigned char)*s >= 0x20 && *s != 0x7f);
            /* ASCII, or a letter of Latin-1, which pdflatex knows */
            FUZZ_CHECK(n == 1 || (n == 2 && (unsigned char)*s == 0xc3));
            depth += (*s == '{') - (*s == '}');
            FUZZ_CHECK(depth >= 0);
            s += n;
        }
    }
    FUZZ_CHECK(depth == 0);
}

static void run(const char *data, size_t size)
{
    struct text out = {0}, code = {0};

    (void)size;
    latex_add(&out, data);
    check_latex(text_str(&out));
    latex_add_code(&code, data);
    check_latex(text_str(&code));
    text_clear(&out);
    text_clear(&code);
}

const struct fuzz_target fuzz_latex = {.name = "latex", .most = 512, .run = run};
