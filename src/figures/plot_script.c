#include "figures/plot_script.h"
#include "base/arena.h"
#include "base/formats/csv.h"
#include "base/number.h"
#include "base/utf8.h"
#include "store/plain_words.h"
#include "templates_gp.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A template's name, what x are, and the texts that make it. */
static const struct {
    const char *name;
    enum plot_x x;
    const char *text[3];
} template_of[] = {
#define TEMPLATE(id, name, x, ...)       [PLOT_##id] = {#name, x, {__VA_ARGS__}},
#define INNER_TEMPLATE(id, name, x, ...) [PLOT_##id] = {#name, x, {__VA_ARGS__}},
#include "figures/templates.def"
#undef TEMPLATE
#undef INNER_TEMPLATE
};

enum plot_x plot_template_x(enum plot_template t)
{
    return template_of[t].x;
}

/* The words for the kinds of rows, in programs and in CSV. */
static const char *const kind_word[PLOT_KINDS] = {
    [PLOT_MEAN] = "mean",       [PLOT_MEDIAN] = "median", [PLOT_INTERVAL] = "interval",
    [PLOT_PRINTED] = "printed", [PLOT_THEORY] = "theory", [PLOT_BAND] = "band",
    [PLOT_SEED] = "seed",       [PLOT_UNSUCCESSFUL] = "lost",     [PLOT_REFUSED] = "refused",
    [PLOT_MARGIN] = "margin",   [PLOT_TRIALS] = "trials", [PLOT_STAR] = "star",
};

/* Returns why trials of this figure are unsuccessful. */
static const char *unsuccessful_word(const struct plot_figure *f)
{
    return f->unsuccessful_word ? f->unsuccessful_word : "diverged";
}

const char *plot_script_style(void)
{
    return embedded_style;
}

/* ---- text and numbers in gnuplot's statements ---- */

/* Adds s as a literal string of gnuplot. Control characters and marks of direction become spaces, bytes that are not UTF-8
 * question marks. */
static void quote(struct text *out, const char *s)
{
    text_add(out, "'");
    for (int n; s && *s; s += n ? n : 1) {
        n = utf8_length(s);
        /* Neither '' nor "'" will do for a quote: the one is misread at a string's start, and after the other gnuplot
         * expands @macros inside of '...'. */
        if (*s == '\'')
            text_add(out, "' . \"\\047\" . '");
        else if (n == 0)
            text_add(out, "?");
        else if ((unsigned char)*s < ' ' || utf8_control(s, n))
            text_add(out, " ");
        else
            text_addn(out, s, (size_t)n);
    }
    text_add(out, "'");
}

/* Adds name = 'value' or, unless i is 0, name[i] = 'value'; i counts from 1, as in gnuplot. */
static void add_item(struct text *out, const char *name, int i, const char *value)
{
    text_adds(out, name);
    if (i)
        text_add(out, "[%d]", i);
    text_adds(out, " = ");
    quote(out, value);
    text_adds(out, "\n");
}

/* Returns the number that stands for v in the program: v when it is finite, else NaN. In a forest, 1e30 and -1e30 stand
 * for the infinities. */
static double program_number(const struct plot_figure *f, double v)
{
    if (f->template == PLOT_FOREST && isinf(v))
        return v < 0 ? -1e30 : 1e30;
    return isfinite(v) ? v : NAN;
}

/* Adds a blank and the number. */
static void add_number(struct text *out, double v)
{
    char s[32];

    if (isfinite(v))
        format_double(s, v);
    text_add(out, " %s", isfinite(v) ? s : "NaN");
}

/* ---- parts of the program ---- */

/* Adds a statement that sets a variable, unless the user has set it by gnuplot -e. Adds nothing when v is 0. */
static void add_default(struct text *out, const char *name, double v)
{
    if (v > 0)
        text_add(out, "if (!exists('%s')) { %s = %g }\n", name, name, v);
}

static void add_head(struct text *out, const struct plot_figure *f)
{
    text_add(
        out,
        "# A figure of normlab. `gnuplot %s.gp` in this folder draws it anew as .svg, .pdf and .png;\n"
        "# gnuplot -e \"term = 'pdf'; width = 3.4; font_size = 9\" %s.gp draws one of them, so many inches wide;\n"
        "# term = 'tex' writes TikZ for LaTeX, term = 'dumb' shows it in the terminal. First come colours, points, dashes\n"
        "# and fonts (normlab plot --help says how to set those of all figures), then its data, then the program that\n"
        "# draws them.\n\n",
        f->name, f->name);
    add_default(out, "width", f->page.width);
    add_default(out, "font_size", f->page.font_size);
    text_adds(out, f->style.before ? f->style.before : "");
    text_add(out, "%s%s\n# ---- The figure's data. ----\n\n", embedded_style,
             f->style.after ? f->style.after : "");
    add_item(out, "name", 0, f->name);
    add_item(out, "title", 0, f->title);
    add_item(out, "caption", 0, f->caption);
    add_item(out, "x_label", 0, f->x_label);
    add_item(out, "y_label", 0, f->y_label);
    add_item(out, "lost_word", 0, unsuccessful_word(f));
    text_add(out,
             "template = '%s'; x_log = %d; y_log = %d; curve = %d; seed_lines = %d; band = %d\n",
             template_of[f->template].name, f->x_log, f->y_log10 ? 10 : 0, f->curve, f->seed_lines,
             f->band);
}

static void add_series(struct text *out, const struct plot_figure *f)
{
    static const char *const look[] = {"line", "printed", "theory"};
    struct text references = {0};

    text_add(out, "\n# The lines of the key.\nentries = %d\n", f->count);
    text_add(out, "array label[%d]; array style[%d]; array look[%d]\n", f->count + 1, f->count + 1,
             f->count + 1);
    for (int i = 0; i < f->count; i++) {
        add_item(out, "label", i + 1, f->series[i].label);
        text_add(out, "style[%d] = ", i + 1);
        quote(out, f->series[i].style);
        text_add(out, "; look[%d] = '%s'\n", i + 1, look[f->series[i].look]);
        if (f->series[i].reference)
            text_add(&references, " %d", i + 1);
    }
    add_item(out, "references", 0, text_str(&references));
    text_clear(&references);
}

static void add_categories(struct text *out, const struct plot_figure *f)
{
    text_add(out, "\ncategories = %d; array category[%d]\n", f->categories, f->categories + 1);
    for (int i = 0; i < f->categories; i++)
        add_item(out, "category", i + 1, f->category[i] ? value_in_words(f->category[i]) : NULL);
}

/* Adds a row without its panel and series; for a row without x an empty line, which ends a line of the drawing. When
 * one end of a range is NaN, both become NaN. */
static void add_row(struct text *out, const struct plot_figure *f, const struct plot_row *r)
{
    double low = program_number(f, r->low), high = program_number(f, r->high);
    bool both = !isnan(low) && !isnan(high);

    if (isfinite(r->x)) {
        text_add(out, "%s", kind_word[r->kind]);
        add_number(out, r->x);
        add_number(out, program_number(f, r->y));
        add_number(out, both ? low : NAN);
        add_number(out, both ? high : NAN);
    }
    text_add(out, "\n");
}

/* Adds a data block with the rows of a series in a panel. Returns false, and adds nothing, when there are none. */
static bool add_block(struct text *out, const struct plot_figure *f, int panel, int series)
{
    bool any = false;

    for (int i = 0; i < f->rows; i++) {
        if (f->row[i].panel != panel || f->row[i].series != series)
            continue;
        if (!any)
            text_add(out, "$p%ds%d << EOD\n", panel + 1, series + 1);
        any = true;
        add_row(out, f, &f->row[i]);
    }
    if (any)
        text_add(out, "EOD\n");
    return any;
}

static void add_panel(struct text *out, const struct plot_figure *f, int p)
{
    char *title = title_in_words(f->panel[p].title);
    struct text lines = {0};

    text_add(out, "\n");
    add_item(out, "panel_title", p + 1, title);
    add_item(out, "note", p + 1, f->panel[p].note);
    if (f->template == PLOT_FOREST) {
        add_item(out, "axis_label", p + 1, f->panel[p].x_label);
        text_add(out, "ratio[%d] = %d\n", p + 1, f->panel[p].ratio);
    }
    for (int s = 0; s < f->count; s++)
        if (add_block(out, f, p, s))
            text_add(&lines, " %d", s + 1);
    add_item(out, "lines", p + 1, text_str(&lines));
    free(title);
    text_clear(&lines);
}

static void add_panels(struct text *out, const struct plot_figure *f)
{
    static const char *const array[] = {"panel_title", "note", "axis_label", "ratio", "lines"};

    text_add(out,
             "\n# Panels: the lines that each has, and a block of each line: what a row is, x, y, "
             "low, high.\npanels = %d",
             f->panels);
    for (size_t i = 0; i < sizeof array / sizeof *array; i++)
        text_add(out, "; array %s[%d]", array[i], f->panels);
    text_add(out, "\n");
    for (int p = 0; p < f->panels; p++)
        add_panel(out, f, p);
}

static void add_guides(struct text *out, const struct plot_figure *f)
{
    text_add(out, "\nguides = %d; array guide[%d]; array guide_y[%d]; array guide_panel[%d]\n",
             f->guides, f->guides + 1, f->guides + 1, f->guides + 1);
    for (int i = 0; i < f->guides; i++) {
        text_add(out, "guide_panel[%d] = %d; guide_y[%d] =", i + 1, f->guide[i].panel + 1, i + 1);
        add_number(out, f->guide[i].y);
        text_add(out, "; ");
        add_item(out, "guide", i + 1, f->guide[i].label);
    }
}

void plot_script(struct text *out, const struct plot_figure *figure)
{
    struct plot_panel empty = {0};
    struct plot_figure f = *figure;

    if (f.panels == 0) {
        f.panel = &empty;
        f.panels = 1;
    }
    if (plot_template_x(f.template) == PLOT_X_WORDS && f.template != PLOT_FOREST &&
        (f.categories == 0 || f.count == 0))
        f.template = PLOT_LINES;
    add_head(out, &f);
    add_series(out, &f);
    add_categories(out, &f);
    add_panels(out, &f);
    add_guides(out, &f);
    text_add(out, "\n%s", embedded_page);
    for (int i = 0; i < 3 && template_of[f.template].text[i]; i++)
        text_add(out, "\n%s", template_of[f.template].text[i]);
}

/* ---- comma-separated values ---- */

/* Adds a number, "inf" or "-inf". */
static void csv_number_or_infinity(struct text *out, double v)
{
    if (isinf(v))
        csv_text(out, v < 0 ? "-inf" : "inf");
    else
        csv_number(out, v);
}

static void csv_row(struct text *out, const struct plot_figure *f, const struct plot_row *r,
                    const char *series, const char *kind)
{
    csv_cell(out, f->panel[r->panel].title);
    csv_cell(out, series);
    csv_text(out, kind);
    if (r->x >= 1 && r->x <= f->categories)
        csv_cell(out, f->category[(int)r->x - 1]);
    else
        csv_number(out, r->x);
    csv_number_or_infinity(out, r->y);
    csv_number_or_infinity(out, r->low);
    csv_number_or_infinity(out, r->high);
    csv_end(out);
}

void plot_csv(struct text *out, const struct plot_figure *f)
{
    text_add(out, "panel,series,kind,x,value,low,high\n");
    for (int i = 0; i < f->rows; i++) {
        const struct plot_row *r = &f->row[i];

        if (isfinite(r->x))
            csv_row(out, f, r, f->series[r->series].label,
                    r->kind == PLOT_UNSUCCESSFUL ? unsuccessful_word(f) : kind_word[r->kind]);
    }
    for (int i = 0; i < f->guides; i++)
        csv_row(
            out, f,
            &(struct plot_row){
                .panel = f->guide[i].panel, .x = NAN, .y = f->guide[i].y, .low = NAN, .high = NAN},
            f->guide[i].label, "guide");
}
