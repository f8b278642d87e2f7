/* What cells of a heat map show beside their means, and what is said of that under the map. */
#include "base/arena.h"
#include "figures/plot_data.h"
#include "figures/plot_heat.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARK_GAP 0.25 /* inches between two marks that are explained side by side */
#define BLANK    "blank: not measured"

/* ---- cells ---- */

/* How many trials of a row were lost, or refused, in a column. */
static double count_at(double (*const at)[2], int n, int column)
{
    for (int i = 0; i < n; i++)
        if (at[i][0] == column && at[i][1] > 0)
            return at[i][1];
    return 0;
}

struct heat_cell heat_cell(const struct plot_series *s, int column)
{
    struct heat_cell cell = {.mean = NAN,
                             .lost = count_at(s->lost, s->losts, column),
                             .refused = count_at(s->refused, s->refusals, column)};

    for (int i = 0; i < s->points; i++)
        if (s->point[i].x == column && isfinite(s->point[i].y))
            cell.mean = s->point[i].y;
    return cell;
}

char *heat_marks(const struct heat_cell *cell, const char *times)
{
    struct text t = {0};

    if (cell->lost > 0)
        text_add(&t, "%s%g", times, cell->lost);
    if (cell->refused > 0)
        text_add(&t, "%s/%g", t.length ? " " : "", cell->refused);
    return t.s ? t.s : xstrdup("");
}

/* ---- which kinds there are ---- */

static void see_cell(struct heat_kinds *kinds, const struct heat_cell *cell)
{
    bool number = isfinite(cell->mean), lost = cell->lost > 0, refused = cell->refused > 0;

    kinds->lost |= lost;
    kinds->some_refused |= refused && (number || lost);
    kinds->refused |= refused && !number && !lost;
    kinds->both |= number && (lost || refused);
    kinds->blank |= !number && !lost && !refused;
}

/* Has the panel a series in row k, with something in it? */
static bool has_row(const struct heat *h, const struct plot_panel *p, int k)
{
    for (int s = 0; s < p->count; s++)
        if (layout_entry(&h->page, &p->series[s]) == k)
            return true;
    return false;
}

struct heat_kinds heat_kinds(const struct heat *h)
{
    struct heat_kinds kinds = {0};

    for (int p = 0; p < h->f.panels; p++) {
        const struct plot_panel *panel = &h->f.panel[p];

        for (int s = 0; s < panel->count; s++)
            for (int c = 1; c <= h->f.categories; c++) {
                struct heat_cell cell = heat_cell(&panel->series[s], c);

                see_cell(&kinds, &cell);
            }
        for (int k = 0; k < h->page.entries && panel->count > 0; k++)
            kinds.blank |= !has_row(h, panel, k);
    }
    return kinds;
}

double heat_widest_marks(const struct heat *h)
{
    double widest = 0;

    for (int p = 0; p < h->f.panels; p++)
        for (int s = 0; s < h->f.panel[p].count; s++)
            for (int c = 1; c <= h->f.categories; c++) {
                struct heat_cell cell = heat_cell(&h->f.panel[p].series[s], c);
                char *marks = heat_marks(&cell, TIMES);

                widest = fmax(widest, plot_text_width(marks, POINTS_TEXT));
                free(marks);
            }
    return widest;
}

/* ---- what they mean ---- */

static void add_mark(struct heat *h, bool box, char *text)
{
    h->mark[h->marks++] = (struct heat_mark){.box = box, .text = text};
}

static void collect_marks(struct heat *h)
{
    struct heat_kinds kinds = heat_kinds(h);

    if (kinds.lost)
        add_mark(h, false, format_new(TIMES "n: n trials %s", plot_lost_word(&h->f)));
    if (kinds.some_refused)
        add_mark(h, false, xstrdup("/n: n trials refused"));
    if (kinds.refused)
        add_mark(h, true, xstrdup("refused"));
    if (kinds.blank)
        add_mark(h, false, xstrdup(BLANK));
}

static double mark_width(const struct heat_mark *m)
{
    return plot_text_width(m->text, POINTS_TEXT) + (m->box ? HEAT_BOX + HEAT_BOX_GAP : 0);
}

/* Places marks from the first on that fit into a line; returns the one after them. */
static int place_line(struct heat *h, int first, double y)
{
    double room = h->page.width - 2 * PAGE_MARGIN, width = mark_width(&h->mark[first]), x;
    int next = first + 1;

    while (next < h->marks && width + MARK_GAP + mark_width(&h->mark[next]) <= room)
        width += MARK_GAP + mark_width(&h->mark[next++]);
    x = (h->page.width - width) / 2;
    for (int i = first; i < next; i++) {
        h->mark[i].x = x;
        h->mark[i].y = y;
        x += mark_width(&h->mark[i]) + MARK_GAP;
    }
    return next;
}

double heat_place_marks(struct heat *h, double at)
{
    double line = plot_line_height(POINTS_TEXT), down = 0;

    collect_marks(h);
    for (int i = 0; i < h->marks; down += line)
        i = place_line(h, i, at - down - line / 2);
    return down;
}

void heat_print_kinds(struct text *out, const struct heat *h)
{
    struct heat_kinds kinds = heat_kinds(h);
    const char *between = "\n";

    if (kinds.lost) {
        text_add(out, "%sxn: n trials %s", between, plot_lost_word(&h->f));
        between = "; ";
    }
    if (kinds.some_refused) {
        text_add(out, "%s/n: n trials refused", between);
        between = "; ";
    }
    if (kinds.refused) {
        text_add(out, "%s/: refused", between);
        between = "; ";
    }
    if (kinds.blank)
        text_add(out, "%s" BLANK, between);
}
