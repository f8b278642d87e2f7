#include "figures/figure_write.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "figures/figure_words.h"
#include "figures/plot_data.h"
#include "figures/plot_text.h"
#include "templates_gp.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A figure's kind is its template, and a line here; those with axes stand on panels.gp. */
static const struct {
    const char *name, *first, *before, *text;
} template_of[] = {
    {"lines", "", embedded_panels, embedded_lines},
    {"multiples", embedded_multiples, embedded_panels, embedded_lines},
    {"categories", "", embedded_panels, embedded_categories},
    {"heat", "", "", embedded_heat},
    {"forest", "", "", embedded_forest},
};

/* With more different x than this, ticks are gnuplot's own. */
enum { OWN_TICKS = 10 };

/* A line of the key: the series of this label, style and kind in all panels. */
struct entry {
    const char *label, *style;
    bool marks;
};

struct entries {
    struct entry *item;
    int count;
};

static const char *given(const char *s)
{
    return s ? s : "";
}

/* ---- entries of the key ---- */

/* The length of the first word of a style, which chooses its colour: that of "groupnorm groups=8", "groupnorm:groups=8"
 * and "groupnorm; noise" is that of "groupnorm". */
static size_t style_length(const char *s)
{
    return strcspn(s, " :;");
}

/* True when the first words agree. */
static bool same_style(const char *a, const char *b)
{
    size_t n = style_length(a);

    return n == style_length(b) && strncmp(a, b, n) == 0;
}

/* The entry's index; -1: there is none yet. */
static int find_entry(const struct entries *e, const struct plot_series *s)
{
    for (int i = 0; i < e->count; i++)
        if (strcmp(e->item[i].label, given(s->label)) == 0 &&
            same_style(e->item[i].style, given(s->style)) && e->item[i].marks == s->marks)
            return i;
    return -1;
}

static struct entries collect_entries(const struct plot_figure *f)
{
    struct entries e = {0};

    for (int p = 0; p < f->panels; p++)
        for (int k = 0; k < f->panel[p].count; k++) {
            const struct plot_series *s = &f->panel[p].series[k];

            if (find_entry(&e, s) < 0)
                array_add(e.item, e.count) =
                    (struct entry){given(s->label), given(s->style), s->marks};
        }
    return e;
}

/* Adds the statement that gives entry i its line type: that of its norm; for the norm's second entry, a variant of the
 * first; for values printed elsewhere, hollow points. */
static void add_line_type(struct text *out, const struct entries *e, int i)
{
    const struct entry *own = &e->item[i];
    char *word = xstrndup(own->style, style_length(own->style));
    int first = -1, variant = 0;

    for (int k = i - 1; k >= 0; k--)
        if (same_style(e->item[k].style, own->style)) {
            variant += e->item[k].marks == own->marks;
            first = e->item[k].marks ? first : k;
        }
    text_add(out, "line[%d] = ", i + 1);
    if (!own->marks && variant == 0) {
        text_add(out, "line_of(");
        plot_quote(out, word);
        text_add(out, ")");
    } else {
        text_add(out, "line_more(0)");
    }
    if (own->marks && first >= 0) {
        text_add(out, "; eval printed(line[%d], line[%d], %d)", i + 1, first + 1, variant);
    } else if (own->marks) {
        text_add(out, "; eval printed(line[%d], line_of(", i + 1);
        plot_quote(out, word);
        text_add(out, "), %d)", variant);
    } else if (variant == 1) {
        text_add(out, "; eval second(line[%d], line[%d])", i + 1, first + 1);
    }
    text_add(out, "\n");
    free(word);
}

static void add_entries(struct text *out, const struct entries *e)
{
    text_add(
        out,
        "\n# The lines of the key, their line types, and which are values printed elsewhere.\n");
    text_add(out, "entries = %d\narray label[%d]; array line[%d]; array marks[%d]\n", e->count,
             e->count + 1, e->count + 1, e->count + 1);
    for (int i = 0; i < e->count; i++) {
        text_add(out, "label[%d] = ", i + 1);
        plot_quote(out, e->item[i].label);
        text_add(out, "; marks[%d] = %d; ", i + 1, e->item[i].marks);
        add_line_type(out, e, i);
    }
}

/* ---- what the data reach over ---- */

struct range {
    double low, high;
};

static void reach(struct range *r, double v)
{
    if (isfinite(v)) {
        r->low = fmin(r->low, v);
        r->high = fmax(r->high, v);
    }
}

/* What y reaches over: in a heat map the means alone, which its colours show. */
static struct range panel_range(const struct plot_figure *f, const struct plot_panel *p)
{
    struct range r = {INFINITY, -INFINITY};

    for (int k = 0; k < p->count; k++) {
        const struct plot_series *s = &p->series[k];

        for (int i = 0; i < s->points; i++) {
            reach(&r, s->point[i].y);
            reach(&r, f->heat ? NAN : s->point[i].low);
            reach(&r, f->heat ? NAN : s->point[i].high);
        }
        for (int i = 0; i < s->seeds && !f->heat; i++)
            reach(&r, s->seed[i][1]);
    }
    for (int i = 0; i < p->guides; i++)
        reach(&r, p->guide[i].y);
    return r;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The finite values of x in order, each once; the caller frees. */
static int distinct_x(const struct plot_panel *panel, int panels, double **x)
{
    int n = 0, kept = 0;

    *x = NULL;
    for (int p = 0; p < panels; p++)
        for (int k = 0; k < panel[p].count; k++) {
            const struct plot_series *s = &panel[p].series[k];

            for (int i = 0; i < s->points; i++)
                array_add(*x, n) = s->point[i].x;
            for (int i = 0; i < s->losts; i++)
                array_add(*x, n) = s->lost[i][0];
        }
    if (n)
        qsort(*x, (size_t)n, sizeof **x, by_value);
    for (int i = 0; i < n; i++)
        if (isfinite((*x)[i]) && (kept == 0 || (*x)[i] > (*x)[kept - 1]))
            (*x)[kept++] = (*x)[i];
    return kept;
}

/* True when a linear axis would squash three of four means of the panel into an eighth of it. */
static bool is_squashed(const struct plot_panel *p)
{
    double *y = NULL;
    int n = 0;
    bool yes;

    for (int k = 0; k < p->count; k++)
        for (int i = 0; i < p->series[k].points; i++)
            if (isfinite(p->series[k].point[i].y))
                array_add(y, n) = p->series[k].point[i].y;
    if (n)
        qsort(y, (size_t)n, sizeof *y, by_value);
    yes = n >= 4 && y[3 * n / 4 - 1] - y[0] < (y[n - 1] - y[0]) / 8 && y[n - 1] > 5 * y[0];
    free(y);
    return yes;
}

/* True when y is logarithmic: asked for, or of use, and nothing stands at or below zero. */
static bool y_is_log(const struct plot_figure *f)
{
    struct range all = {INFINITY, -INFINITY};
    bool wanted = f->y_log10;

    for (int p = 0; p < f->panels; p++) {
        struct range r = panel_range(f, &f->panel[p]);

        reach(&all, r.low);
        reach(&all, r.high);
        wanted = wanted || is_squashed(&f->panel[p]);
    }
    return wanted && !f->bars && all.low > 0 && all.high > all.low;
}

/* True when means of two lines at one x are less than `near` apart. */
static bool lines_near(const struct plot_series *a, const struct plot_series *b, bool is_log,
                       double near)
{
    for (int i = 0; i < a->points; i++)
        for (int j = 0; j < b->points; j++) {
            double y = a->point[i].y, z = b->point[j].y;

            if (a->point[i].x == b->point[j].x && fabs(is_log ? log(y / z) : y - z) < near)
                return true;
        }
    return false;
}

bool figure_lines_meet(const struct plot_figure *f, double part)
{
    bool is_log = y_is_log(f), meet = false;

    for (int p = 0; p < f->panels && f->categories == 0; p++) {
        struct range r = panel_range(f, &f->panel[p]);
        double near = part * (is_log ? log(r.high / r.low) : r.high - r.low);

        for (int k = 1; k < f->panel[p].count; k++)
            for (int i = 0; i < k; i++)
                meet = meet ||
                       lines_near(&f->panel[p].series[k], &f->panel[p].series[i], is_log, near);
    }
    return meet;
}

static void add_number(struct text *out, const char *name, double v)
{
    text_add(out, "%s = ", name);
    plot_add_number(out, v);
    text_add(out, "\n");
}

/* Whether lines are curves, the most points of one, and whether lines are drawn for seeds. */
static void add_density(struct text *out, const struct plot_figure *f)
{
    int longest = figure_longest(f);
    bool lines = false;

    for (int p = 0; p < f->panels; p++)
        for (int k = 0; k < f->panel[p].count; k++)
            lines = lines || f->panel[p].series[k].seed_lines;
    text_add(out, "longest = %d; curve = %d; seed_lines = %d\n", longest, longest > CURVE_FROM,
             lines);
}

static bool stands_at(const struct plot_series *s, double x)
{
    bool found = false;

    for (int i = 0; i < s->points; i++)
        found = found || s->point[i].x == x;
    for (int i = 0; i < s->losts; i++)
        found = found || s->lost[i][0] == x;
    return found;
}

/* True when a category of some panel has several lines. */
static bool is_shared(const struct plot_figure *f)
{
    for (int p = 0; p < f->panels; p++)
        for (int x = 1; x <= f->categories; x++) {
            int n = 0;

            for (int k = 0; k < f->panel[p].count; k++)
                n += stands_at(&f->panel[p].series[k], x);
            if (n > 1)
                return true;
        }
    return false;
}

static void add_axes(struct text *out, const struct plot_figure *f)
{
    double *x;
    int n = distinct_x(f->panel, f->panels, &x);
    bool positive = n > 0 && x[0] > 0;

    text_add(
        out,
        "\n# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.\n");
    text_add(out, "x_log = %d; y_log = %d\n", positive ? f->x_log : 0, y_is_log(f) ? 10 : 0);
    add_number(out, "x_low", n ? x[0] : 0);
    add_number(out, "x_high", n ? x[n - 1] : 1);
    text_add(out, "x_count = %d; x_ticks = '", n);
    for (int i = 0; i < n && n <= OWN_TICKS; i++)
        text_add(out, "%s%.10g", i ? " " : "", x[i]);
    text_add(out, "'\n");
    if (f->categories)
        text_add(out, "alone = %d # no category has several lines\n", !is_shared(f));
    if (f->categories)
        text_add(out, "categories = %d; array category[%d]\n", f->categories, f->categories);
    for (int i = 0; i < f->categories; i++) {
        text_add(out, "category[%d] = ", i + 1);
        plot_quote(out, value_in_words(given(f->category[i])));
        text_add(out, "\n");
    }
    free(x);
    add_density(out, f);
}

/* ---- data ---- */

static void add_row(struct text *out, const double *v, int n)
{
    for (int i = 0; i < n; i++) {
        text_add(out, "%s", i ? " " : "");
        plot_add_number(out, v[i]);
    }
    text_add(out, "\n");
}

static const struct plot_series *series_of(const struct plot_panel *p, const struct entries *e,
                                           int entry)
{
    for (int k = 0; k < p->count; k++)
        if (find_entry(e, &p->series[k]) == entry)
            return &p->series[k];
    return NULL;
}

/* Blocks of a series. Half a range is none. */
static void add_series(struct text *out, const struct plot_series *s, int p, int k)
{
    text_add(out, "$p%ds%d << EOD\n", p, k);
    for (int i = 0; i < s->points; i++) {
        const struct plot_point *v = &s->point[i];
        bool both = isfinite(v->low) && isfinite(v->high);

        if (isfinite(v->x)) /* where y is NaN, the line has a gap */
            add_row(out, (double[]){v->x, v->y, both ? v->low : NAN, both ? v->high : NAN}, 4);
    }
    text_add(out, "EOD\n$p%ds%d_seeds << EOD\n", p, k);
    for (int i = 0; i < s->seeds; i++)
        if (isfinite(s->seed[i][0]) && isfinite(s->seed[i][1]))
            add_row(out, s->seed[i], 2);
        else if (s->seed_lines)
            text_add(out, "\n");
    text_add(out, "EOD\n");
}

static bool is_line(const struct plot_series *s)
{
    return !s->marks && series_has_mean(s);
}

static bool is_printed(const struct plot_series *s)
{
    return s->marks && series_has_mean(s);
}

static void add_list(struct text *out, const char *name, int i, const struct plot_panel *p,
                     const struct entries *e, bool (*has)(const struct plot_series *))
{
    text_add(out, "; %s[%d] = '", name, i);
    for (int k = 0; k < e->count; k++)
        if (series_of(p, e, k) && has(series_of(p, e, k)))
            text_add(out, " %d", k + 1);
    text_add(out, "'");
}

/* The lines that the panel has points, ranges and seeds of: gnuplot complains about empty blocks. */
static void add_shown(struct text *out, const struct plot_panel *p, const struct entries *e, int i)
{
    add_list(out, "shown", i, p, e, is_line);
    add_list(out, "with_marks", i, p, e, is_printed);
    add_list(out, "with_ranges", i, p, e, series_has_range);
    add_list(out, "with_seeds", i, p, e, series_has_seeds);
    text_add(out, "\n");
}

static void add_panel(struct text *out, const struct plot_figure *f, const struct entries *e, int i)
{
    const struct plot_panel *p = &f->panel[i - 1];
    struct range r = panel_range(f, p);
    double *x;
    int n = distinct_x(p, 1, &x);
    char *title = title_in_words(p->title);

    text_add(out, "\npanel_title[%d] = ", i);
    plot_quote(out, title);
    free(title);
    text_add(out, "; note[%d] = ", i);
    plot_quote(out, p->note);
    text_add(out, "\nlow[%d] = ", i);
    plot_add_number(out, r.low);
    text_add(out, "; high[%d] = ", i);
    plot_add_number(out, r.high);
    text_add(out, "; x_end[%d] = ", i);
    plot_add_number(out, n ? x[n - 1] : 1);
    add_shown(out, p, e, i);
    for (int k = 0; k < e->count; k++)
        if (series_of(p, e, k))
            add_series(out, series_of(p, e, k), i, k + 1);
    free(x);
}

enum counted { COUNT_LOST, COUNT_REFUSED };

/* Panel, line, x, number of trials. */
static void add_counts(struct text *out, const struct plot_figure *f, const struct entries *e,
                       const char *block, enum counted what)
{
    text_add(out, "$%s << EOD\n", block);
    for (int p = 0; p < f->panels; p++)
        for (int k = 0; k < f->panel[p].count; k++) {
            const struct plot_series *s = &f->panel[p].series[k];
            int n = what == COUNT_LOST ? s->losts : s->refusals;

            for (int i = 0; i < n; i++) {
                const double *v = what == COUNT_LOST ? s->lost[i] : s->refused[i];

                if (isfinite(v[0]) && v[1] > 0)
                    add_row(out, (double[]){p + 1, find_entry(e, s) + 1, v[0], v[1]}, 4);
            }
        }
    text_add(out, "EOD\n");
}

/* The sum of counts at x. */
static double count_at(double (*v)[2], int n, double x)
{
    double sum = 0;

    for (int i = 0; i < n; i++)
        sum += v[i][0] == x ? v[i][1] : 0;
    return sum;
}

/* Cells of a heat map's panel: column, row, whether there is a mean, the mean, numbers of lost and of refused trials. */
static void add_cells(struct text *out, const struct plot_panel *p, const struct entries *e, int i,
                      int columns)
{
    text_add(out, "$cells%d << EOD\n", i);
    for (int row = 0; row < e->count; row++) {
        const struct plot_series *s = series_of(p, e, row);

        for (int x = 1; x <= columns; x++) {
            double mean = NAN;

            for (int k = 0; s && k < s->points; k++)
                mean = s->point[k].x == x ? s->point[k].y : mean;
            add_row(out,
                    (double[]){x, row + 1, isfinite(mean), isfinite(mean) ? mean : 0,
                               s ? count_at(s->lost, s->losts, x) : 0,
                               s ? count_at(s->refused, s->refusals, x) : 0},
                    6);
        }
    }
    text_add(out, "EOD\n");
}

static void add_guides(struct text *out, const struct plot_figure *f)
{
    int n = 0;

    for (int p = 0; p < f->panels; p++)
        n += f->panel[p].guides;
    text_add(out, "guides = %d; array guide[%d]; array guide_y[%d]; array guide_panel[%d]\n", n,
             n + 1, n + 1, n + 1);
    n = 0;
    for (int p = 0; p < f->panels; p++)
        for (int i = 0; i < f->panel[p].guides; i++) {
            n++;
            text_add(out, "guide_panel[%d] = %d; guide_y[%d] = ", n, p + 1, n);
            plot_add_number(out, f->panel[p].guide[i].y);
            text_add(out, "; guide[%d] = ", n);
            plot_quote(out, f->panel[p].guide[i].label);
            text_add(out, "\n");
        }
}

static void add_panels(struct text *out, const struct plot_figure *f, const struct entries *e)
{
    text_add(
        out,
        "\n# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end\n"
        "# of its range; and x, y of each seed.\n"
        "panels = %d; array panel_title[%d]; array note[%d]; array low[%d]; array high[%d]; array x_end[%d]\n"
        "array shown[%d]; array with_marks[%d]; array with_ranges[%d]; array with_seeds[%d]\n",
        f->panels, f->panels, f->panels, f->panels, f->panels, f->panels, f->panels, f->panels,
        f->panels, f->panels);
    for (int p = 0; p < f->panels; p++)
        add_panel(out, f, e, p + 1);
    for (int p = 0; f->heat && p < f->panels; p++)
        add_cells(out, &f->panel[p], e, p + 1, f->categories);
    text_add(
        out,
        "\n# Guides across panels; panel, line, x and number of trials without a value, and of refused "
        "ones.\n");
    add_guides(out, f);
    add_counts(out, f, e, "lost", COUNT_LOST);
    add_counts(out, f, e, "refused", COUNT_REFUSED);
}

/* ---- the program ---- */

void script_string(struct text *out, const char *name, const char *value)
{
    text_add(out, "%s = ", name);
    plot_quote(out, value);
    text_add(out, "\n");
}

/* What a user gives with gnuplot -e goes before. */
static void add_default(struct text *out, const char *name, double v)
{
    if (v > 0)
        text_add(out, "if (!exists('%s')) { %s = %g }\n", name, name, v);
}

void script_head(struct text *out, const struct plot_page *page, const char *name,
                 const char *title, const char *caption)
{
    text_add(
        out,
        "# A figure of normlab. `gnuplot %s.gp` in this folder draws it anew as .svg, .pdf and .png;\n"
        "# gnuplot -e \"term = 'pdf'; width = 3.4; font_size = 9\" %s.gp draws one of them, so many inches wide;\n"
        "# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.\n"
        "# Colours, points, dashes and fonts are in ../style.gp.\n\n",
        name, name);
    add_default(out, "width", page->width);
    add_default(out, "font_size", page->font_size);
    text_add(out, "load '../style.gp'\n\n");
    script_string(out, "name", name);
    script_string(out, "title", title);
    script_string(out, "caption", caption);
}

void script_template(struct text *out, const char *name)
{
    text_add(out, "\n%s\n", embedded_page);
    for (size_t i = 0; i < sizeof template_of / sizeof *template_of; i++)
        if (strcmp(template_of[i].name, name) == 0) {
            text_add(out, "%s%s\n%s", template_of[i].first, template_of[i].before,
                     template_of[i].text);
            return;
        }
    BUG("there is no template %s", name);
}

/* A figure without lines is an empty panel. */
static const char *kind(const struct plot_figure *f, int entries)
{
    return f->categories == 0 || entries == 0 ? (f->multiples ? "multiples" : "lines")
           : f->heat                          ? "heat"
                                              : "categories";
}

void figure_script(struct text *out, const struct plot_figure *figure)
{
    struct plot_panel empty = {0};
    struct plot_figure f = *figure;
    struct entries e;

    if (f.panels == 0) {
        f.panel = &empty;
        f.panels = 1;
    }
    e = collect_entries(&f);
    script_head(out, &f.page, f.name, f.title, f.caption);
    script_string(out, "x_label", f.x_label);
    script_string(out, "y_label", f.y_label);
    script_string(out, "lost_word", plot_lost_word(&f));
    text_add(out, "bars = %d; band = %d\n", f.bars, f.band);
    add_entries(out, &e);
    add_axes(out, &f);
    add_panels(out, &f, &e);
    script_template(out, kind(&f, e.count));
    free(e.item);
}
