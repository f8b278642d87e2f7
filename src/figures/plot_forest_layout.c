#include "figures/plot_forest_layout.h"
#include "base/arena.h"
#include "base/text.h"
#include "figures/plot_legend.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_ONE  3.4
#define PAGE_TWO  7.0
#define LABEL     3.0  /* inches of a label beside its interval */
#define LINES     5    /* of a label, at most */
#define GAP       0.12 /* between label, axes and numbers */
#define ROW_LEAST 0.22
#define ROW_GAP   0.07 /* between rows, in their height */
#define INTERVAL  0.16 /* the height of an interval and its margin */
#define PANEL_GAP 0.14

static const char *given(const char *s)
{
    return s ? s : "";
}

static void add_number(struct text *out, double v)
{
    if (isinf(v))
        text_add(out, v < 0 ? "-\xe2\x88\x9e" : "\xe2\x88\x9e");
    else
        text_add(out, fabs(v) >= 1000 && fabs(v) < 1e5 ? "%.0f" : "%.3g", v);
}

static char *number_of(const struct plot_forest_row *r)
{
    struct text t = {0};

    add_number(&t, r->mean);
    if (!isnan(r->low) && !isnan(r->high)) {
        text_add(&t, " [");
        add_number(&t, r->low);
        text_add(&t, ", ");
        add_number(&t, r->high);
        text_add(&t, "]");
    }
    if (r->n > 0)
        text_add(&t, ", n %d", r->n);
    if (r->lost > 0)
        text_add(&t, ", %d lost", r->lost);
    if (r->star)
        text_add(&t, " *");
    return t.s;
}

/* ---- rows and verdicts ---- */

/* The entry of a verdict; adds it to the legend when it is new. */
static int verdict_entry(struct layout *l, const char *verdict)
{
    struct legend_entry *e;

    for (int i = 0; i < l->entries; i++)
        if (strcmp(l->entry[i].label, verdict) == 0)
            return i;
    l->entry = xrealloc(l->entry, (size_t)(l->entries + 1) * sizeof *l->entry);
    e = &l->entry[l->entries];
    *e = (struct legend_entry){
        .label = verdict, .style = verdict, .first = l->entries, .sample = LEGEND_POINT};
    e->style_rank = l->styles++;
    return l->entries++;
}

/* "left out, without a number: 2 not run, 1 refuted"; "" when none is. */
static char *left_out(const struct plot_forest_panel *p)
{
    struct text t = {0};

    for (int i = 0; i < p->rows; i++) {
        const char *verdict = given(p->row[i].verdict);
        int n = 0;
        bool seen = forest_row_drawn(p, &p->row[i]);

        for (int k = 0; k < p->rows; k++) {
            bool same =
                !forest_row_drawn(p, &p->row[k]) && strcmp(given(p->row[k].verdict), verdict) == 0;

            seen = seen || (same && k < i);
            n += same;
        }
        if (!seen)
            text_add(&t, "%s%d %s", t.length ? ", " : "left out, without a number: ", n, verdict);
    }
    return t.s ? t.s : xstrdup("");
}

static void collect_rows(struct forest *l, struct forest_panel *to,
                         const struct plot_forest_panel *p)
{
    to->row = xcalloc((size_t)p->rows + 1, sizeof *to->row);
    for (int i = 0; i < p->rows; i++) {
        struct forest_row *r = &to->row[to->rows];

        if (!forest_row_drawn(p, &p->row[i]))
            continue;
        r->row = &p->row[i];
        r->verdict = verdict_entry(&l->page, given(p->row[i].verdict));
        r->number = number_of(&p->row[i]);
        to->rows++;
    }
}

/* ---- the page ---- */

static void place_across(struct forest *l, const struct plot_forest *f)
{
    double widest = 0;

    for (int p = 0; p < f->panels; p++)
        for (int i = 0; i < l->panel[p].rows; i++)
            widest = fmax(widest, plot_text_width(l->panel[p].row[i].number, POINTS_TEXT));
    l->label_x = PAGE_MARGIN;
    l->left = f->narrow ? PAGE_MARGIN + 0.1 : PAGE_MARGIN + LABEL + GAP;
    l->number_x = l->page.width - PAGE_MARGIN - widest;
    l->right = l->number_x - GAP;
    for (int p = 0; p < f->panels; p++) {
        double text = f->narrow ? l->page.width - 2 * PAGE_MARGIN : LABEL;
        char *note;

        for (int i = 0; i < l->panel[p].rows; i++) {
            struct forest_row *r = &l->panel[p].row[i];

            r->label = plot_wrap(r->row->label, POINTS_TEXT, text, LINES);
        }
        text = l->page.width - 2 * PAGE_MARGIN;
        l->panel[p].title = plot_wrap(f->panel[p].title, POINTS_PANEL, text, 2);
        note = l->panel[p].note;
        l->panel[p].note = plot_wrap(note, POINTS_TEXT, text, 3);
        free(note);
        forest_axis(&l->panel[p], &f->panel[p], l->right - l->left);
    }
}

/* The rows of a panel under `top`; y is relative to its axis, which is at `bottom`. */
static void place_rows(struct forest_panel *p, double top, bool narrow)
{
    double line = plot_line_height(POINTS_TEXT), at = top;

    for (int i = 0; i < p->rows; i++) {
        struct forest_row *r = &p->row[i];
        double text = plot_lines(r->label) * line;
        double height = narrow ? text + INTERVAL + 0.02 : fmax(text, ROW_LEAST);

        r->label_y = narrow ? at - line / 2 : at - (height - text) / 2 - line / 2;
        r->y = narrow ? at - text - 0.02 - INTERVAL / 2 : at - height / 2;
        r->height = narrow ? INTERVAL : height;
        at -= height + ROW_GAP;
    }
    p->top = top;
    p->bottom = p->rows > 0 ? at : top - 0.3;
    for (int i = 0; i < p->rows; i++)
        p->row[i].y -= p->bottom;
}

static void place_down(struct forest *l, const struct plot_forest *f)
{
    struct layout *page = &l->page;
    double at = -PAGE_MARGIN, line = plot_line_height(POINTS_TITLE), legend;
    double small = plot_line_height(POINTS_TEXT), title = plot_line_height(POINTS_PANEL);

    page->title_y = at - line / 2;
    at -= plot_lines(page->title) * line;
    page->caption_y = at - small / 2;
    at -= plot_lines(page->caption) * small + 0.04;
    for (int i = 0; i < f->panels; i++) {
        struct forest_panel *p = &l->panel[i];

        p->title_y = at - title / 2;
        at -= plot_lines(p->title) * title;
        p->note_y = at - small / 2;
        at -= plot_lines(p->note) * small + 0.05;
        place_rows(p, at, f->narrow);
        at = p->bottom - FOREST_BELOW - PANEL_GAP;
    }
    legend = at;
    at -= legend_place(page) + PAGE_MARGIN;
    page->height = ceil(-at * 100) / 100;
    page->title_y += page->height;
    page->caption_y += page->height;
    for (int i = 0; i < page->entries; i++)
        page->entry[i].y += legend + page->height;
    for (int i = 0; i < f->panels; i++) {
        struct forest_panel *p = &l->panel[i];

        p->title_y += page->height;
        p->note_y += page->height;
        p->top += page->height;
        p->bottom += page->height;
        for (int k = 0; k < p->rows; k++)
            p->row[k].label_y += page->height;
    }
}

void forest_layout_init(struct forest *l, const struct plot_forest *f)
{
    struct layout *page = &l->page;

    *l = (struct forest){.panel = xcalloc((size_t)f->panels + 1, sizeof *l->panel)};
    page->width = f->narrow ? PAGE_ONE : PAGE_TWO;
    page->title = plot_wrap(f->title, POINTS_TITLE, page->width - 2 * PAGE_MARGIN, 3);
    page->caption = plot_wrap(f->caption, POINTS_TEXT, page->width - 2 * PAGE_MARGIN, 3);
    for (int p = 0; p < f->panels; p++) {
        collect_rows(l, &l->panel[p], &f->panel[p]);
        l->panel[p].note = left_out(&f->panel[p]);
    }
    place_across(l, f);
    place_down(l, f);
}

void forest_layout_release(struct forest *l, const struct plot_forest *f)
{
    for (int p = 0; p < f->panels; p++) {
        for (int i = 0; i < l->panel[p].rows; i++) {
            free(l->panel[p].row[i].label);
            free(l->panel[p].row[i].number);
        }
        free(l->panel[p].row);
        free(l->panel[p].title);
        free(l->panel[p].note);
    }
    for (int i = 0; i < l->page.entries; i++)
        free(l->page.entry[i].shown);
    free(l->page.entry);
    free(l->page.title);
    free(l->page.caption);
    free(l->panel);
}
