/* Any text in the LaTeX report: no special character of TeX comes through, and braces match. */
#include "base/text.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "report/markup.h"
#include <stdlib.h>
#include <string.h>

/* The commands that markup_latex.c writes: those with a name, and accents, which take a letter in braces. */
static const char commands[] =
    " textbackslash textasciicircum textasciitilde textless textgreater textbar textquotedbl textquotesingle "
    "textasciigrave nobreakspace textexclamdown textquestiondown textcent textsterling textyen texteuro "
    "textsection textparagraph textcopyright textregistered texttrademark textordfeminine textordmasculine "
    "guillemotleft guillemotright guilsinglleft guilsinglright textendash textemdash textquoteleft "
    "textquoteright quotesinglbase textquotedblleft textquotedblright quotedblbase textdagger textdaggerdbl "
    "textbullet ldots textperthousand textdegree ensuremath pm times div cdot lnot textsuperscript "
    "textonequarter textonehalf textthreequarters textmu leq geq neq approx equiv sim propto infty surd sum prod "
    "partial nabla in rightarrow leftarrow leftrightarrow Rightarrow DJ dj i j IJ ij textperiodcentered L l NG ng "
    "OE oe SS mathrm Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega alpha beta gamma delta varepsilon "
    "zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau upsilon varphi chi psi omega vartheta phi "
    "varpi varrho epsilon acute grave ddot u r H v d c k b textcommabelow texttt allowbreak normlabchar ooalign hidewidth crcr hat tilde bar "
    "breve dot mathring check ";

/* True when s begins with the name of one of the commands; moves *s behind it. */
static bool take_command(const char **s)
{
    size_t n = strspn(*s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    char *name = format_new(" %.*s ", (int)n, *s);
    bool known = n > 0 && strstr(commands, name);

    free(name);
    *s += n;
    return known;
}

static void check_latex(const char *s)
{
    int depth = 0;

    while (*s) {
        if (*s == '\\') {
            s++;
            if (*s && strchr("{}$&#%_-", *s)) {
                s++;
            } else if (*s && strchr("`'^~=.\"", *s)) {
                s++;
                FUZZ_CHECK(*s == '{');
            } else {
                FUZZ_CHECK(take_command(&s));
            }
        } else {
            int n = utf8_length(s);

            FUZZ_CHECK(!strchr("$&#%_^~<>|\"\t\n", *s));
            FUZZ_CHECK((unsigned char)*s >= 0x20 && *s != 0x7f);
            /* ASCII, a letter of Latin-1, a cedilla or an ogonek, which pdflatex knows */
            FUZZ_CHECK(n == 1 || (n == 2 && (unsigned char)*s == 0xc3) || strncmp(s, "¸", 2) == 0 ||
                       strncmp(s, "˛", 2) == 0);
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
