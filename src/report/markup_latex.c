/* Writes text as LaTeX that means the same to pdflatex and lualatex. */
#include "base/arena.h"
#include "base/utf8.h"
#include "report/markup.h"
#include <stdlib.h>
#include <string.h>

/* ---- characters with a command of their own ---- */

struct spelling {
    const char *character, *command;
};

static const struct spelling spelled[] = {
    {"\\", "\\textbackslash{}"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"$", "\\$"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"%", "\\%"},
    {"_", "\\_"},
    {"^", "\\textasciicircum{}"},
    {"~", "\\textasciitilde{}"},
    {"<", "\\textless{}"},
    {">", "\\textgreater{}"},
    {"|", "\\textbar{}"},
    {"\"", "\\textquotedbl{}"},
    {"'", "\\textquotesingle{}"},
    {"`", "\\textasciigrave{}"},
    {"\n", " "},
    {"\t", " "},
    /* punctuation and signs */
    {"\u00a0", "\\nobreakspace{}"},
    {"\u00ad", "\\-"},
    {"¡", "\\textexclamdown{}"},
    {"¿", "\\textquestiondown{}"},
    {"¢", "\\textcent{}"},
    {"£", "\\textsterling{}"},
    {"¥", "\\textyen{}"},
    {"€", "\\texteuro{}"},
    {"§", "\\textsection{}"},
    {"¶", "\\textparagraph{}"},
    {"©", "\\textcopyright{}"},
    {"®", "\\textregistered{}"},
    {"™", "\\texttrademark{}"},
    {"ª", "\\textordfeminine{}"},
    {"º", "\\textordmasculine{}"},
    {"«", "\\guillemotleft{}"},
    {"»", "\\guillemotright{}"},
    {"‹", "\\guilsinglleft{}"},
    {"›", "\\guilsinglright{}"},
    {"–", "\\textendash{}"},
    {"—", "\\textemdash{}"},
    {"‘", "\\textquoteleft{}"},
    {"’", "\\textquoteright{}"},
    {"‚", "\\quotesinglbase{}"},
    {"“", "\\textquotedblleft{}"},
    {"”", "\\textquotedblright{}"},
    {"„", "\\quotedblbase{}"},
    {"†", "\\textdagger{}"},
    {"‡", "\\textdaggerdbl{}"},
    {"•", "\\textbullet{}"},
    {"…", "\\ldots{}"},
    {"‰", "\\textperthousand{}"},
    /* mathematics */
    {"°", "\\textdegree{}"},
    {"±", "\\ensuremath{\\pm}"},
    {"×", "\\ensuremath{\\times}"},
    {"÷", "\\ensuremath{\\div}"},
    {"·", "\\ensuremath{\\cdot}"},
    {"¬", "\\ensuremath{\\lnot}"},
    {"−", "\\ensuremath{-}"},
    {"¹", "\\textsuperscript{1}"},
    {"²", "\\textsuperscript{2}"},
    {"³", "\\textsuperscript{3}"},
    {"¼", "\\textonequarter{}"},
    {"½", "\\textonehalf{}"},
    {"¾", "\\textthreequarters{}"},
    {"µ", "\\textmu{}"},
    {"≤", "\\ensuremath{\\leq}"},
    {"≥", "\\ensuremath{\\geq}"},
    {"≠", "\\ensuremath{\\neq}"},
    {"≈", "\\ensuremath{\\approx}"},
    {"≡", "\\ensuremath{\\equiv}"},
    {"∼", "\\ensuremath{\\sim}"},
    {"∝", "\\ensuremath{\\propto}"},
    {"∞", "\\ensuremath{\\infty}"},
    {"√", "\\ensuremath{\\surd}"},
    {"∑", "\\ensuremath{\\sum}"},
    {"∏", "\\ensuremath{\\prod}"},
    {"∂", "\\ensuremath{\\partial}"},
    {"∇", "\\ensuremath{\\nabla}"},
    {"∈", "\\ensuremath{\\in}"},
    {"→", "\\ensuremath{\\rightarrow}"},
    {"←", "\\ensuremath{\\leftarrow}"},
    {"↔", "\\ensuremath{\\leftrightarrow}"},
    {"⇒", "\\ensuremath{\\Rightarrow}"},
    /* letters of Latin that Unicode does not divide into a letter and a mark */
    {"Đ", "\\DJ{}"},
    {"đ", "\\dj{}"},
    {"ı", "\\i{}"},
    {"ȷ", "\\j{}"},
    {"Ĳ", "\\IJ{}"},
    {"ĳ", "\\ij{}"},
    {"Ŀ", "L\\textperiodcentered{}"},
    {"ŀ", "l\\textperiodcentered{}"},
    {"Ł", "\\L{}"},
    {"ł", "\\l{}"},
    {"ŉ", "\\textquoteright{}n"},
    {"Ŋ", "\\NG{}"},
    {"ŋ", "\\ng{}"},
    {"Œ", "\\OE{}"},
    {"œ", "\\oe{}"},
    {"ẞ", "\\SS{}"},
    /* Greek; capitals that look like Latin ones have no command */
    {"Α", "\\ensuremath{\\mathrm{A}}"},
    {"Β", "\\ensuremath{\\mathrm{B}}"},
    {"Γ", "\\ensuremath{\\Gamma}"},
    {"Δ", "\\ensuremath{\\Delta}"},
    {"Ε", "\\ensuremath{\\mathrm{E}}"},
    {"Ζ", "\\ensuremath{\\mathrm{Z}}"},
    {"Η", "\\ensuremath{\\mathrm{H}}"},
    {"Θ", "\\ensuremath{\\Theta}"},
    {"Ι", "\\ensuremath{\\mathrm{I}}"},
    {"Κ", "\\ensuremath{\\mathrm{K}}"},
    {"Λ", "\\ensuremath{\\Lambda}"},
    {"Μ", "\\ensuremath{\\mathrm{M}}"},
    {"Ν", "\\ensuremath{\\mathrm{N}}"},
    {"Ξ", "\\ensuremath{\\Xi}"},
    {"Ο", "\\ensuremath{\\mathrm{O}}"},
    {"Π", "\\ensuremath{\\Pi}"},
    {"Ρ", "\\ensuremath{\\mathrm{P}}"},
    {"Σ", "\\ensuremath{\\Sigma}"},
    {"Τ", "\\ensuremath{\\mathrm{T}}"},
    {"Υ", "\\ensuremath{\\Upsilon}"},
    {"Φ", "\\ensuremath{\\Phi}"},
    {"Χ", "\\ensuremath{\\mathrm{X}}"},
    {"Ψ", "\\ensuremath{\\Psi}"},
    {"Ω", "\\ensuremath{\\Omega}"},
    {"α", "\\ensuremath{\\alpha}"},
    {"β", "\\ensuremath{\\beta}"},
    {"γ", "\\ensuremath{\\gamma}"},
    {"δ", "\\ensuremath{\\delta}"},
    {"ε", "\\ensuremath{\\varepsilon}"},
    {"ζ", "\\ensuremath{\\zeta}"},
    {"η", "\\ensuremath{\\eta}"},
    {"θ", "\\ensuremath{\\theta}"},
    {"ι", "\\ensuremath{\\iota}"},
    {"κ", "\\ensuremath{\\kappa}"},
    {"λ", "\\ensuremath{\\lambda}"},
    {"μ", "\\ensuremath{\\mu}"},
    {"ν", "\\ensuremath{\\nu}"},
    {"ξ", "\\ensuremath{\\xi}"},
    {"ο", "\\ensuremath{o}"},
    {"π", "\\ensuremath{\\pi}"},
    {"ρ", "\\ensuremath{\\rho}"},
    {"ς", "\\ensuremath{\\varsigma}"},
    {"σ", "\\ensuremath{\\sigma}"},
    {"τ", "\\ensuremath{\\tau}"},
    {"υ", "\\ensuremath{\\upsilon}"},
    {"φ", "\\ensuremath{\\varphi}"},
    {"χ", "\\ensuremath{\\chi}"},
    {"ψ", "\\ensuremath{\\psi}"},
    {"ω", "\\ensuremath{\\omega}"},
    {"ϑ", "\\ensuremath{\\vartheta}"},
    {"ϕ", "\\ensuremath{\\phi}"},
    {"ϖ", "\\ensuremath{\\varpi}"},
    {"ϱ", "\\ensuremath{\\varrho}"},
    {"ϵ", "\\ensuremath{\\epsilon}"},
};

#define MATH "\\ensuremath{" /* how commands begin that are mathematics */

/* Returns the command for the character s of n bytes; NULL when it has none. */
static const char *spelling_of(const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
        if (*spelled[i].character == *s && strlen(spelled[i].character) == n &&
            memcmp(spelled[i].character, s, n) == 0)
            return spelled[i].command;
    return NULL;
}

/* ---- letters with a mark ---- */

/* A mark above or below a letter. In Unicode, the i-th character of `letters` is the i-th character of `bases` followed by
 * the mark. A base may itself have a mark. */
struct accent {
    const char *mark;    /* the combining character */
    const char *command; /* takes a letter of Latin */
    const char *math;    /* takes mathematics, such as a letter of Greek; NULL: none */
    bool above;          /* false: the mark is below */
    const char *letters, *bases;
    /* `whole`: the letters that fonts for lualatex have with this mark; NULL: all letters. On another letter, the mark is
     * the character `alone`, which is set on top of the letter. */
    const char *whole, *alone;
};

static const struct accent accents[] = {
    {"\u0300", "\\`", "\\grave", true,
     "ÀÈÌÒÙàèìòùǛǜǸǹḔḕṐṑẀẁẦầẰằỀềỒồỲỳ"
     "ὰὲὴὶὸὺὼᾺῈῊῚῸῪῺῒῢ",
     "AEIOUaeiouÜüNnĒēŌōWwÂâĂăÊêÔôYy"
     "αεηιουωΑΕΗΙΟΥΩϊϋ",
     NULL, NULL},
    {"\u0301", "\\'", "\\acute", true,
     "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐố"
     "ΆΈΉΊΌΎΏάέήίόύώΐΰ",
     "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØøÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔô"
     "ΑΕΗΙΟΥΩαεηιουωϊϋ",
     NULL, NULL},
    {"\u0302", "\\^", "\\hat", true, "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ",
     "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", NULL, NULL},
    {"\u0303", "\\~", "\\tilde", true, "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỸỹ", "ANOanoIiUuVvÂâĂăEeÊêÔôYy", NULL,
     NULL},
    {"\u0304", "\\=", "\\bar", true, "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳḠḡḸḹṜṝ",
     "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyGgḶḷṚṛ", NULL, NULL},
    {"\u0306", "\\u", "\\breve", true, "ĂăĔĕĞğĬĭŎŏŬŭḜḝẶặ", "AaEeGgIiOoUuȨȩẠạ", NULL, NULL},
    {"\u0307", "\\.", "\\dot", true, "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ",
     "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ", NULL, NULL},
    {"\u0308", "\\\"", "\\ddot", true,
     "ÄËÏÖÜäëïöüÿŸḦḧṎṏṺṻẄẅẌẍẗ"
     "ΪΫϊϋ",
     "AEIOUaeiouyYHhÕõŪūWwXxt"
     "ΙΥιυ",
     NULL, NULL},
    {"\u030a", "\\r", "\\mathring", true, "ÅåŮůẘẙ", "AaUuwy", NULL, NULL},
    {"\u030b", "\\H", NULL, true, "ŐőŰű", "OoUu", NULL, NULL},
    {"\u030c", "\\v", "\\check", true, "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǰȞȟ",
     "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkjHh", NULL, NULL},
    {"\u0323", "\\d", NULL, false, "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỤụỴỵ",
     "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoUuYy", NULL, NULL},
    {"\u0326", "\\textcommabelow", NULL, false, "ȘșȚț", "SsTt", NULL, NULL},
    {"\u0327", "\\c", NULL, false, "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ", "CcGgKkLlNnRrSsTtEeDdHh",
     "CcGgKkLlNnRrSsTt", "¸"},
    {"\u0328", "\\k", NULL, false, "ĄąĘęĮįŲųǪǫ", "AaEeIiUuOo", "AaEeIiUuOo", "˛"},
    {"\u0331", "\\b", NULL, false, "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ", "BbDdKkLlNnRrTtZzh", NULL, NULL},
};
enum { ACCENTS = sizeof accents / sizeof *accents };

/* Returns the mark with which s begins; NULL when there is none. */
static const struct accent *mark_at(const char *s)
{
    /* all marks begin with this byte */
    for (int i = 0; (unsigned char)*s == 0xcc && i < ACCENTS; i++)
        if (text_starts_with(s, accents[i].mark))
            return &accents[i];
    return NULL;
}

/* True when s, of n bytes, is a letter from U+00C0 to U+00FF, which TeX reads as it is. */
static bool is_latin_1(const char *s, int n)
{
    return n == 2 && (unsigned char)*s == 0xc3;
}

/* The code point that stands for bytes that are not valid UTF-8 and for control characters (utf8_control()). */
#define REPLACEMENT 0xFFFD

static void add_code_point(struct text *out, unsigned c)
{
    text_add(out, "\\normlabchar{%u}{U+%04X}", c, c);
}

enum { MOST_MARKS = 8 };

/* A letter and its marks. Marks beyond MOST_MARKS stay in the text behind it. */
struct letter {
    const char *bare;                      /* the letter without marks */
    const struct accent *mark[MOST_MARKS]; /* from the innermost to the outermost */
    int marks;
};

/* Moves the marks that are part of the character l->bare to l->mark, one after the other, until it has none. */
static void strip(struct letter *l)
{
    for (int i = 0; i < ACCENTS; i++) {
        const char *letter = accents[i].letters, *base = accents[i].bases;

        for (; *letter && *base; letter += utf8_length(letter), base += utf8_length(base))
            if (l->marks < MOST_MARKS &&
                strncmp(l->bare, letter, (size_t)utf8_length(letter)) == 0) {
                /* the marks that were taken off before are farther out */
                memmove(l->mark + 1, l->mark, (size_t)l->marks * sizeof l->mark[0]);
                l->mark[0] = &accents[i];
                l->marks++;
                l->bare = base;
                strip(l);
                return;
            }
    }
}

/* Puts a mark on *base, a letter that is LaTeX already. */
static void add_mark(struct text *base, const struct accent *a)
{
    struct text marked = {0};
    const char *letter = text_str(base);
    bool dotted = strcmp(letter, "i") == 0 || strcmp(letter, "j") == 0;
    bool stacked = a->whole && (letter[0] == 0 || letter[1] != 0 || !strchr(a->whole, letter[0]));

    if (a->math && text_starts_with(letter, MATH))
        text_add(&marked, MATH "%s{%s}}", a->math, letter);
    else if (stacked)
        text_add(&marked, "{\\ooalign{\\hidewidth%s\\hidewidth\\crcr %s}}", a->alone, letter);
    else
        text_add(&marked, "%s{%s%s}", a->command, a->above && dotted ? "\\" : "", letter);
    text_clear(base);
    *base = marked;
}

/* True when the letter must be mathematics: it has two marks above it, and T1 has no letter with the first of them. In
 * text, TeX would misplace the second one. */
static bool needs_math(const struct letter *l)
{
    const struct accent *first = NULL, *second = NULL;
    bool lacking; /* T1 has no letter with the first mark */

    for (int i = 0; i < l->marks; i++)
        if (l->mark[i]->above)
            *(first ? &second : &first) = l->mark[i];
    if (!second || !first->math || !second->math || (unsigned char)*l->bare >= 0x80)
        return false;
    lacking = strcmp(first->command, "\\~") == 0 && strchr("Uu", *l->bare);
    return lacking || strcmp(first->command, "\\=") == 0 || strcmp(first->command, "\\.") == 0;
}

/* Adds a letter with its marks. TeX places a mark above well only on a letter that has none below, so those below come
 * last. */
static void add_marked(struct text *out, const struct letter *l)
{
    int n = utf8_length(l->bare);
    const char *command = spelling_of(l->bare, (size_t)n);
    struct text letter = {0};

    if (command)
        text_adds(&letter, command);
    else if (needs_math(l))
        text_add(&letter, MATH "\\mathrm{%c}}", *l->bare);
    else if (n == 1 || is_latin_1(l->bare, n))
        text_addn(&letter, l->bare, (size_t)n);
    else
        add_code_point(&letter, utf8_code_point(l->bare, n));
    for (int i = 0; i < l->marks; i++)
        if (l->mark[i]->above)
            add_mark(&letter, l->mark[i]);
    for (int i = 0; i < l->marks; i++)
        if (!l->mark[i]->above)
            add_mark(&letter, l->mark[i]);
    text_adds(out, letter.s);
    text_clear(&letter);
}

/* Adds the first character of s and the marks that follow it. Returns how many bytes of s these are. */
static size_t add_letter(struct text *out, const char *s)
{
    int n = utf8_length(s);
    struct letter l = {.bare = s};
    size_t length = (size_t)n;
    const struct accent *mark;

    if (n == 0 || utf8_control(s, n)) {
        add_code_point(out, REPLACEMENT);
        return n ? (size_t)n : 1;
    }
    if (n > 1 && (mark_at(s + length) || !is_latin_1(s, n)))
        strip(&l);
    while (l.marks < MOST_MARKS && (mark = mark_at(s + length)) != NULL) {
        l.mark[l.marks++] = mark;
        length += strlen(mark->mark);
    }
    add_marked(out, &l);
    return length;
}

/* True when the '-' at s is the sign of a number: a digit follows, and before it is the start of the text, white space or
 * an opening sign. before: the byte before s; 0 at the start. */
static bool is_minus(char before, const char *s)
{
    return s[1] >= '0' && s[1] <= '9' && (!before || strchr(" \n\t(=[", before));
}

void latex_add(struct text *out, const char *s)
{
    for (char before = 0; s && *s;) {
        size_t n = 1;

        if (*s == '-' && is_minus(before, s))
            text_adds(out, "\\ensuremath{-}");
        else if (*s == '-' && s[1] == '-') /* which TeX would join to a dash */
            text_adds(out, "-{}");
        else
            n = add_letter(out, s);
        before = *s;
        s += n;
    }
}

void latex_add_code(struct text *out, const char *s)
{
    text_adds(out, "\\texttt{");
    while (s && *s) {
        bool may_break = strchr(",;=_/-", *s) != NULL;

        s += add_letter(out, s);
        if (may_break)
            text_adds(out, "\\allowbreak{}");
    }
    text_adds(out, "}");
}

bool latex_unshown(const char *latex, struct list *codes)
{
    static const char command[] = "\\normlabchar{";
    bool any = false;

    for (const char *s = latex; (s = strstr(s, command)) != NULL; any = true) {
        const char *code = strchr(s += strlen(command), '{');
        char *word = xstrndup(code + 1, strcspn(code + 1, "}"));

        list_add_new(codes, word);
        free(word);
    }
    return any;
}
