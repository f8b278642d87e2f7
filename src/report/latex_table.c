/* Writes a table as LaTeX: its cells, the division of its columns, and the text. */
#include "report/latex_table.h"
#include "base/arena.h"
#include "base/number.h"
#include "base/utf8.h"
#include "report/markup.h"
#include <stdlib.h>
#include <string.h>

/* ---- cells ---- */

/* A cell as LaTeX. */
struct cell {
    struct text mean;   /* mathematics; for a cell that is no number, text */
    struct text spread; /* the interval, and what follows it: mathematics */
    bool number;
    int digits, decimals; /* of the mean: digits before and after its point */
    double width;         /* estimated, in points */
};

/* The sizes of a table's characters: 8 points, and 6 points for exponents and intervals. */
enum width_size { TEXT_SIZE, SCRIPT_SIZE };

/* Returns the estimated width of s in points, by the widths of characters in the font Latin Modern. */
static double width_of(const char *s, enum width_size size)
{
    static const double digit[] = {4.3, 3.7}, sign[] = {6.7, 5.7}, point[] = {2.4, 2.1};
    double sum = 0;

    for (; *s; s++) {
        if (*s == '.' || *s == ',' || *s == '!')
            sum += point[size];
        else if (*s == '+' || *s == '-' || *s == '=')
            sum += sign[size];
        else if (!utf8_continues(*s))
            sum += digit[size];
    }
    return sum;
}

/* Adds a number such as "-0.17" or "1.2e-05" as mathematics. Returns false, and adds nothing, when s is none. */
static bool add_number(struct text *out, const char *s)
{
    size_t n = strcspn(s, "e");

    if (!number_is(s) || strspn(s, "+-.0123456789") < n)
        return false;
    text_addn(out, s, n);
    if (s[n])
        text_add(out, "\\times10^{%d}", atoi(s + n + 1));
    return true;
}

/* Adds an end of an interval, such as "0.25" or "inf". Returns false, and adds nothing, when s is neither. */
static bool add_end(struct text *out, const char *s)
{
    if (strcmp(s, "inf") != 0)
        return add_number(out, s);
    text_adds(out, "\\infty");
    return true;
}

/* Adds the words word[count] that follow the mean, as figures/table.c writes them: "±0.25", "+0.25 -0.96",
 * "(2.98 to 3.21)", "(from 9)", "!2". May change them. Returns false when they are anything else. */
static bool add_spread(struct cell *c, char *const *word, int count)
{
    struct text *out = &c->spread;
    int i = 0;

    if (i < count && text_starts_with(word[i], "±")) {
        text_adds(out, "_{\\pm ");
        if (!add_end(out, word[i] + strlen("±")))
            return false;
        text_adds(out, "}");
        c->width += width_of("+", SCRIPT_SIZE) + width_of(word[i] + strlen("±"), SCRIPT_SIZE);
        i++;
    } else if (i + 1 < count && *word[i] == '+' && *word[i + 1] == '-') {
        double above = width_of(word[i], SCRIPT_SIZE), below = width_of(word[i + 1], SCRIPT_SIZE);

        text_adds(out, "^{+");
        if (!add_end(out, word[i] + 1))
            return false;
        text_adds(out, "}_{-");
        if (!add_end(out, word[i + 1] + 1))
            return false;
        text_adds(out, "}");
        c->width += above > below ? above : below;
        i += 2;
    } else if (i < count && *word[i] == '(') {
        bool open = strcmp(word[i], "(from") == 0;
        int last = open ? i + 1 : i + 2;
        char *end = last < count ? strchr(word[last], ')') : NULL;

        if (!end || end[1] || (!open && strcmp(word[i + 1], "to")))
            return false;
        *end = '\0';
        text_adds(out, "{\\scriptstyle\\;[");
        if (!add_end(out, open ? word[last] : word[i] + 1))
            return false;
        text_adds(out, ",\\,");
        if (!add_end(out, open ? "inf" : word[last]))
            return false;
        text_adds(out, open ? ")}" : "]}");
        c->width += width_of(open ? "inf" : word[i] + 1, SCRIPT_SIZE) +
                    width_of(word[last], SCRIPT_SIZE) + 12;
        i = last + 1;
    }
    if (i < count && *word[i] == '!') {
        text_add(out, "\\;%s", word[i]);
        c->width += width_of(word[i], TEXT_SIZE) + 3;
        i++;
    }
    return i == count;
}

static void cell_clear(struct cell *c)
{
    text_clear(&c->mean);
    text_clear(&c->spread);
    *c = (struct cell){0};
}

/* Makes a cell from the text s of struct table. A cell that is not a number, such as "refused", "-" or "!5", is text. */
static void cell_init(struct cell *c, const char *s)
{
    static const char bound[] = "≥";
    struct list word = {0};
    const char *mean;

    *c = (struct cell){0};
    list_split(&word, s, " ");
    mean = word.count ? word.item[0] : "";
    if (text_starts_with(mean, bound)) {
        text_adds(&c->mean, "\\geq ");
        c->width += width_of("+", TEXT_SIZE);
        mean += strlen(bound);
    }
    c->width += width_of(mean, TEXT_SIZE);
    c->digits = (int)strspn(mean + (*mean == '-'), "0123456789");
    c->decimals = strchr(mean, '.') ? (int)strspn(strchr(mean, '.') + 1, "0123456789") : 0;
    c->number =
        word.count && add_number(&c->mean, mean) && add_spread(c, word.item + 1, word.count - 1);
    list_clear(&word);
    if (c->number)
        return;
    cell_clear(c);
    if (strcmp(s, "-") == 0)
        text_adds(&c->mean, "\\textendash{}");
    else
        latex_add(&c->mean, s);
    c->width = width_of(s, TEXT_SIZE);
}

/* ---- parts ---- */

/* A table with its cells as LaTeX. */
struct typeset {
    const struct table *table;
    struct cell *cell; /* [rows][columns], those of row 0 and column 0 are empty */
    double *width;     /* [columns] estimated widths in points */
};

#define COLUMN_GAP 8.0 /* points: twice \tabcolsep */
#define ROWS_MOST  40  /* rows that a page has room for, with the rows of column names */

/* The widths of text, in points, for which the columns of a table are divided: a column of a paper, and a page of LaTeX's
 * class article. */
#define COLUMN_WIDTH 234.0
#define PAGE_WIDTH   345.0

static void typeset_init(struct typeset *s, const struct table *t)
{
    size_t cells = (size_t)t->rows * (size_t)t->columns;

    *s = (struct typeset){.table = t, .cell = xcalloc(cells + 1, sizeof *s->cell)};
    s->width = xcalloc((size_t)t->columns + 1, sizeof *s->width);
    for (int i = 0; i < t->rows; i++)
        for (int j = 0; j < t->columns; j++) {
            int k = i * t->columns + j;
            double width;

            if (i && j)
                cell_init(&s->cell[k], t->text[k]);
            width = i && j ? s->cell[k].width : width_of(t->text[k], TEXT_SIZE);
            s->width[j] = width > s->width[j] ? width : s->width[j];
        }
}

static void typeset_release(struct typeset *s)
{
    for (int k = 0; k < s->table->rows * s->table->columns; k++)
        cell_clear(&s->cell[k]);
    free(s->cell);
    free(s->width);
}

/* Returns the first column of part i when the columns, from 1 on, are divided evenly among `parts`. Column 0 has the names
 * of the rows and stands in each part. */
static int part_begin(const struct typeset *s, int i, int parts)
{
    return 1 + (s->table->columns - 1) * i / parts;
}

/* True when each of `parts` parts is at most as wide as `width`. */
static bool parts_fit(const struct typeset *s, int parts, double width)
{
    for (int i = 0; i < parts; i++) {
        double sum = s->width[0];

        for (int j = part_begin(s, i, parts); j < part_begin(s, i + 1, parts); j++)
            sum += COLUMN_GAP + s->width[j];
        if (sum > width)
            return false;
    }
    return true;
}

/* Returns the smallest number of parts that fit the width; when not even single columns fit, the number of columns. */
static int parts_for(const struct typeset *s, double width)
{
    int parts = 1;

    while (parts < s->table->columns - 1 && !parts_fit(s, parts, width))
        parts++;
    return parts;
}

/* ---- LaTeX ---- */

/* Adds the name of a row, and its columns from `first` to end - 1. */
static void add_row(struct text *out, const struct typeset *s, int row, int first, int end)
{
    const struct table *t = s->table;

    /* LaTeX would read a '[' or '*' at the start of a row as an option of the line break before it; the {} prevents
     * this. */
    text_adds(out, "{}");
    latex_add(out, t->text[row * t->columns]);
    for (int j = first; j < end; j++) {
        const struct cell *c = &s->cell[row * t->columns + j];

        if (row == 0) {
            text_adds(out, " & \\multicolumn{2}{c}{");
            latex_add(out, t->text[j]);
            text_adds(out, "}");
        } else if (c->number) {
            text_add(out, " & %s & %s", text_str(&c->mean), text_str(&c->spread));
        } else {
            text_add(out, " & \\multicolumn{2}{c}{%s}", text_str(&c->mean));
        }
    }
    text_adds(out, " \\\\\n");
}

/* Adds a part of the table: the names of the rows, and the columns from `first` to end - 1. tall: as a longtable. */
static void add_part(struct text *out, const struct typeset *s, int first, int end, bool tall)
{
    const char *environment = tall ? "longtable" : "tabular";

    if (tall)
        text_add(out, UNNUMBERED("part \\thetable.%d"), first);
    else
        text_adds(out, "\\begin{adjustbox}{max width=\\linewidth}\n");
    text_add(out, "\\begin{%s}{@{}l", environment);
    if (end > first)
        text_add(out, "*{%d}{>{$}r<{$}@{}>{$}l<{$}}", end - first);
    text_adds(out, "@{}}\n\\toprule\n");
    add_row(out, s, 0, first, end);
    text_adds(out, tall ? "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n" : "\\midrule\n");
    for (int i = 1; i < s->table->rows; i++)
        add_row(out, s, i, first, end);
    text_add(out, "%s\\end{%s}\n", tall ? "" : "\\bottomrule\n", environment);
    text_adds(out, tall ? UNNUMBERED_END : "\\end{adjustbox}\n");
}

static void add_parts(struct text *out, const struct typeset *s, int parts, bool tall)
{
    for (int i = 0; i < parts; i++) {
        text_adds(out, i ? "\\par\\medskip\n" : "");
        add_part(out, s, part_begin(s, i, parts), part_begin(s, i + 1, parts), tall);
    }
}

/* Adds a LaTeX comment that says how siunitx would align the decimal points of this table. Adds nothing when it has bounds
 * or powers of ten. */
static void add_hint(struct text *out, const struct typeset *s)
{
    int digits = 0, decimals = 0;
    bool negative = false;

    for (int k = 0; k < s->table->rows * s->table->columns; k++) {
        const struct cell *c = &s->cell[k];

        if (c->number && strchr(c->mean.s, '\\'))
            return;
        negative = negative || (c->number && *c->mean.s == '-');
        digits = c->number && c->digits > digits ? c->digits : digits;
        decimals = c->number && c->decimals > decimals ? c->decimals : decimals;
    }
    if (digits)
        text_add(out,
                 "%% With siunitx, points are aligned by S[table-format=%s%d.%d] in place of "
                 ">{$}r<{$}.\n",
                 negative ? "-" : "", digits, decimals);
}

bool latex_add_table(struct text *out, const struct table *t)
{
    struct typeset s;
    int in_column, on_page;
    bool tall;

    typeset_init(&s, t);
    in_column = parts_for(&s, COLUMN_WIDTH);
    on_page = parts_for(&s, PAGE_WIDTH);
    tall = (t->rows + 1) * on_page > ROWS_MOST;
    add_hint(out, &s);
    text_adds(out,
              "{\\footnotesize\\setlength{\\tabcolsep}{4pt}\\renewcommand{\\arraystretch}{1.3}%\n");
    if (in_column > on_page) {
        text_add(out, "\\ifdim\\linewidth<%gpt\n", PAGE_WIDTH);
        add_parts(out, &s, in_column, tall);
        text_adds(out, "\\else\n");
    }
    add_parts(out, &s, on_page, tall);
    text_adds(out, in_column > on_page ? "\\fi\n" : "");
    text_adds(out, "\\par}\n");
    typeset_release(&s);
    return tall;
}
