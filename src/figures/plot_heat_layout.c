#include "base/arena.h"
#include "base/number.h"
#include "figures/plot_category.h"
#include "figures/plot_heat.h"
#include "figures/plot_legend.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_ONE   3.4  /* inches: one column of a paper, */
#define PAGE_TWO   7.0  /* and two */
#define WIDEST     0.75 /* of a cell */
#define TITLE      1.6  /* of all cells side by side, for the title above them */
#define NAME_MOST  1.3  /* of a row's name, */
#define NAME_LONG  2.2  /* or where there is room for long ones, */
#define NAME_LINES 4
#define NAME_GAP   0.08 /* and from it to the cells */
#define RIGHT      0.1  /* right of a panel's cells */
#define ROW_GAP    0.1  /* under a row of panels */
#define BAR_ABOVE  0.04 /* from the panels to the bar's label */
#define BAR_BELOW  0.2  /* for its numbers */

/* ---- numbers ---- */

/* Without the zeros of "1e-05". */
static char *short_exponent(double v, int decimals)
{
    char number[40], *e;

    number_format(number, sizeof number, "%.*e", decimals, v);
    e = strchr(number, 'e');
    *e = '\0';
    return format_new("%se%d", number, atoi(e + 1));
}

char *heat_number(const struct heat *h, double v)
{
    double size = fabs(v);
    int decimals = h->decimals;

    if (decimals < 0 && size > 0) {
        if (size < 0.995e-3 || size >= 99950)
            return short_exponent(v, h->digits - 2);
        decimals = h->digits - 1 - (int)floor(log10(size) + 1e-9);
        decimals = decimals < 0 ? 0 : decimals;
    }
    return format_new("%.*f", decimals < 0 ? 0 : decimals, v);
}

/* Sets how numbers of so many digits are written: all alike, unless they span three decades. */
static void set_digits(struct heat *h, int digits)
{
    double most = fmax(fabs(h->colour.low), fabs(h->colour.high));
    bool wide = h->colour.log && h->colour.high > 1000 * h->colour.low;
    int whole = most > 0 ? (int)floor(log10(most) + 1e-9) + 1 : 1;

    h->digits = digits;
    h->decimals = digits > whole ? digits - whole : 0;
    if (wide || whole > 5 || whole < -1)
        h->decimals = -1;
}

static double widest_number(const struct heat *h)
{
    double widest = heat_widest_marks(h);

    for (int p = 0; p < h->f.panels; p++)
        for (int s = 0; s < h->f.panel[p].count; s++)
            for (int i = 0; i < h->f.panel[p].series[s].points; i++) {
                double v = h->f.panel[p].series[s].point[i].y;
                char *number = isfinite(v) ? heat_number(h, v) : xstrdup("");

                widest = fmax(widest, plot_text_width(number, POINTS_TEXT));
                free(number);
            }
    return widest;
}

/* ---- names ---- */

/* Numbers with many zeros in the shorter form, if that is shorter and the same number. */
static char *short_name(const char *name)
{
    double v = number_parse(name ? name : "", NULL), size = fabs(v);
    bool has_zeros = size > 0 && (size < 0.99e-2 || size > 0.99e5);

    for (int decimals = 0; name && number_is(name) && has_zeros && decimals < 17; decimals++) {
        char *s = short_exponent(v, decimals);

        if (number_parse(s, NULL) == v && strlen(s) < strlen(name))
            return s;
        free(s);
    }
    return xstrdup(name ? name : "");
}

static bool is_distinct(char *const *name, int names)
{
    for (int i = 0; i < names; i++)
        for (int k = 0; k < i; k++)
            if (strcmp(name[i], name[k]) == 0)
                return false;
    return true;
}

/* All names stay as they are where two would be the same. */
static void shorten_columns(struct heat *h, const struct plot_figure *f)
{
    h->f = *f;
    h->f.category = xcalloc((size_t)f->categories + 1, sizeof *h->f.category);
    for (int i = 0; i < f->categories; i++)
        h->f.category[i] = short_name(f->category[i]);
    for (int i = 0; i < f->categories && !is_distinct(h->f.category, f->categories); i++) {
        free(h->f.category[i]);
        h->f.category[i] = xstrdup(f->category[i] ? f->category[i] : "");
    }
}

/* Wraps the rows' names; returns the widest. Sets how many lines they have at most. */
static double name_rows(struct layout *l, double most, int *lines)
{
    double widest = 0;

    *lines = 1;
    for (int i = 0; i < l->entries; i++) {
        struct legend_entry *e = &l->entry[i];

        free(e->shown);
        e->shown = plot_wrap(e->label, POINTS_TEXT, most, NAME_LINES);
        widest = fmax(widest, plot_text_width(e->shown, POINTS_TEXT));
        *lines = plot_lines(e->shown) > *lines ? plot_lines(e->shown) : *lines;
    }
    return widest;
}

/* ---- the page ---- */

/* The first page and number of panels side by side that leave a cell room for its number, or else
 * the last. */
static void choose_page(struct heat *h, double left)
{
    struct layout *l = &h->page;
    const double width[] = {PAGE_ONE, PAGE_TWO, PAGE_TWO, PAGE_TWO, PAGE_TWO, PAGE_TWO};
    const int columns[] = {1, 3, 2, 1, 1, 1}, digits[] = {3, 3, 3, 3, 2, 0};

    for (int i = 0; i < 6; i++) {
        double room, need, cells = h->f.categories > 0 ? h->f.categories : 1;

        if (columns[i] > h->f.panels || (i == 0 && h->f.panels > 1) || (i == 1 && h->f.panels == 4))
            continue;
        set_digits(h, digits[i]);
        room = (width[i] - left - PAGE_MARGIN) / columns[i] - RIGHT;
        need = digits[i] ? widest_number(h) + 0.09 : 0;
        l->width = width[i];
        l->columns = columns[i];
        h->cell_width = fmin(fmax(WIDEST, TITLE / cells), room / cells);
        if (h->cell_width >= fmax(need, 0.2))
            return;
    }
}

static void place_across(struct heat *h, double left)
{
    struct layout *l = &h->page;
    double axes = h->cell_width * (h->f.categories > 0 ? h->f.categories : 1);
    double all = left + l->columns * (axes + RIGHT) + PAGE_MARGIN;

    left += (l->width - all) / 2;
    for (int i = 0; i < h->f.panels; i++) {
        struct panel_layout *p = &l->panel[i];
        double text = axes + RIGHT;

        p->left = left + (i % l->columns) * (axes + RIGHT);
        p->right = p->left + axes;
        p->center = (p->left + p->right) / 2;
        p->title = plot_wrap(h->f.panel[i].title, POINTS_PANEL, text, 3);
        p->note = plot_wrap(h->f.panel[i].note, POINTS_TEXT, text, 4);
    }
    if (h->f.categories > 0)
        category_place(l, &h->f, axes, left - PAGE_MARGIN);
}

/* A row of panels below `top`; returns what it takes. */
static double place_row(struct heat *h, int first, int count, double top)
{
    struct layout *l = &h->page;
    double title = plot_line_height(POINTS_PANEL), note = plot_line_height(POINTS_TEXT);
    double axes = h->cell_height * (l->entries > 0 ? l->entries : 1), head;
    int titles = 0, notes = 0;

    for (int i = first; i < first + count; i++) {
        struct panel_layout *p = &l->panel[i];

        titles = plot_lines(p->title) > titles ? plot_lines(p->title) : titles;
        notes = plot_lines(p->note) > notes ? plot_lines(p->note) : notes;
    }
    head = titles * title + notes * note + 0.04;
    for (int i = first; i < first + count; i++) {
        struct panel_layout *p = &l->panel[i];

        p->title_y = top - title / 2;
        p->note_y = top - plot_lines(p->title) * title - note / 2;
        p->top = top - head;
        p->bottom = p->top - axes;
    }
    return head + axes + l->below;
}

/* Bar and marks below `at`; returns what they take. */
static double place_bar(struct heat *h, double at)
{
    double line = plot_line_height(POINTS_TEXT), start = at;

    if (!h->colour.blank) {
        h->bar_width = h->colour.inches;
        h->bar_left = (h->page.width - h->bar_width) / 2;
        h->bar_top =
            at - BAR_ABOVE - (*h->page.y_label ? plot_lines(h->page.y_label) * line : 0) - 0.03;
        at = h->bar_top - HEAT_BAR - BAR_BELOW;
    }
    at -= heat_place_marks(h, at - BAR_ABOVE);
    return start - at + (h->marks ? BAR_ABOVE : 0);
}

/* From the page's upper edge, at height 0, downwards; then all is moved up by what that took. */
static void place_down(struct heat *h)
{
    struct layout *l = &h->page;
    double at = -PAGE_MARGIN, line = plot_line_height(POINTS_TITLE);
    double small = plot_line_height(POINTS_TEXT);

    l->title_y = at - line / 2;
    at -= plot_lines(l->title) * line;
    l->caption_y = at - small / 2;
    at -= plot_lines(l->caption) * small + (*l->title || *l->caption ? 0.04 : 0);
    for (int i = 0; i < h->f.panels; i += l->columns) {
        int left = h->f.panels - i;

        at -= place_row(h, i, left < l->columns ? left : l->columns, at);
        at -= left > l->columns ? ROW_GAP : 0;
    }
    at -= place_bar(h, at) + PAGE_MARGIN;
    l->height = ceil(-at * 100) / 100;
    l->title_y += l->height;
    l->caption_y += l->height;
    h->bar_top += l->height;
    for (int i = 0; i < h->marks; i++)
        h->mark[i].y += l->height;
    for (int i = 0; i < h->f.panels; i++) {
        l->panel[i].title_y += l->height;
        l->panel[i].note_y += l->height;
        l->panel[i].top += l->height;
        l->panel[i].bottom += l->height;
    }
}

/* Names and cells share the width. Long names get more of it where that leaves as many panels side by
 * side, with the same numbers. Returns what the names take, and sets how many lines they have. */
static double share_width(struct heat *h, int *lines)
{
    double names = PAGE_MARGIN + name_rows(&h->page, NAME_MOST, lines) + NAME_GAP;
    int columns, digits;

    choose_page(h, names);
    columns = h->page.columns;
    digits = h->digits;
    if (h->page.width < PAGE_TWO || *lines <= 2)
        return names;
    names = PAGE_MARGIN + name_rows(&h->page, NAME_LONG, lines) + NAME_GAP;
    choose_page(h, names);
    if (h->page.columns == columns && h->digits == digits)
        return names;
    names = PAGE_MARGIN + name_rows(&h->page, NAME_MOST, lines) + NAME_GAP;
    choose_page(h, names);
    return names;
}

void heat_layout_init(struct heat *h, const struct plot_figure *f)
{
    struct layout *l = &h->page;
    double names, line = plot_line_height(POINTS_TEXT);
    const char *label = f->y_label ? f->y_label : "", *scale;
    char *all;
    int lines;

    *h = (struct heat){0};
    shorten_columns(h, f);
    plot_axis_of_colours(f, 2.2, &h->colour);
    l->panel = xcalloc((size_t)f->panels, sizeof *l->panel);
    legend_collect(l, f);
    names = share_width(h, &lines);
    h->cell_height = fmax(0.24, fmax(lines, heat_kinds(h).both ? 2 : 1) * line + 0.04);
    l->title = plot_wrap(f->title, POINTS_TITLE, l->width - 2 * PAGE_MARGIN, 3);
    l->caption = plot_wrap(f->caption, POINTS_TEXT, l->width - 2 * PAGE_MARGIN, 3);
    scale = h->colour.log ? "(log scale)" : "";
    all = format_new("%s%s%s", label, *label && *scale ? " " : "", scale);
    l->y_label = plot_wrap(all, POINTS_TEXT, l->width - 2 * PAGE_MARGIN, 2);
    free(all);
    place_across(h, names);
    place_down(h);
}

void heat_layout_release(struct heat *h)
{
    layout_release(&h->page, &h->f);
    for (int i = 0; i < h->marks; i++)
        free(h->mark[i].text);
    for (int i = 0; i < h->f.categories; i++)
        free(h->f.category[i]);
    free(h->f.category);
}
