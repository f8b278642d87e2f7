#include "figures/plot_guide.h"
#include "base/arena.h"
#include "figures/plot_data.h"
#include "figures/plot_dodge.h"
#include "figures/plot_text.h"
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#define INSET    0.012 /* parts of the axes, from their ends to a label */
#define POINT    0.04  /* inches from the middle of a point to its edge */
#define SAMPLES  40    /* of a line, along its way from mean to mean */
#define TOUCHING 100   /* points that count for another guide or label, */
#define OUTSIDE  1000  /* and for a place outside the axes */

/* In parts of the axes. */
struct box {
    double left, right, low, high;
};

static bool inside(const struct box *b, double x, double y)
{
    return x >= b->left && x <= b->right && y >= b->low && y <= b->high;
}

/* Points of a straight line that are in the box. */
static int line_hits(const struct box *b, const double *from, const double *to)
{
    int hits = 0;

    for (int i = 0; i < SAMPLES; i++) {
        double t = (double)i / SAMPLES;

        hits += inside(b, from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]));
    }
    return hits;
}

bool guide_shown(const struct plot_guide *guide, const struct axis *y)
{
    return isfinite(guide->y) && (!y->log || guide->y > 0);
}

/* Points of the middle and the sides of a bar that are in the box. */
static int bar_hits(const struct box *b, const struct axis *x, const struct axis *y,
                    const struct plot_point *p, struct dodge by)
{
    int hits = 0;

    for (int side = -1; side <= 1; side++) {
        double across = axis_part(x, p->x + by.lost + side * by.width / 2);

        hits += line_hits(b, (double[]){across, axis_part(y, 0)},
                          (double[]){across, axis_part(y, p->y)});
    }
    return hits;
}

static int series_hits(const struct plot_figure *f, const struct layout *l, int i, int s,
                       const struct box *b)
{
    const struct plot_series *series = &f->panel[i].series[s];
    const struct axis *x = &l->x[i], *y = &l->y[i];
    struct dodge by = plot_dodge(f, &f->panel[i], s);
    bool line = f->categories == 0 && !series->marks;
    double before[2] = {NAN, NAN};
    int hits = 0;

    for (int k = 0; k < series->points; k++) {
        const struct plot_point *p = &series->point[k];
        double at[] = {axis_part(x, p->x + by.mean), axis_part(y, p->y)};
        double low[] = {at[0], axis_part(y, p->low)}, high[] = {at[0], axis_part(y, p->high)};

        hits += line ? line_hits(b, before, at) : line_hits(b, low, high);
        hits += 2 * inside(b, at[0], at[1]);
        hits += f->bars ? bar_hits(b, x, y, p, by) : 0;
        before[0] = at[0];
        before[1] = at[1];
    }
    for (int k = 0; k < series->seeds && !series->marks; k++)
        hits += inside(b, axis_part(x, series->seed[k][0] + by.seeds),
                       axis_part(y, series->seed[k][1]));
    return hits;
}

static struct box label_box(const struct plot_figure *f, const struct layout *l, int i, int guide,
                            struct guide_place at)
{
    const struct plot_guide *g = &f->panel[i].guide[guide];
    double axes = l->panel[i].right - l->panel[i].left;
    double width = plot_text_width(g->label ? g->label : "", POINTS_TEXT) / axes;
    double height = plot_line_height(POINTS_TEXT) / AXIS_Y_INCHES, y = axis_part(&l->y[i], g->y);
    double left = INSET + (1 - 2 * INSET - width) * at.along;

    return at.below ? (struct box){left, left + width, y - 1.1 * height, y - 0.1 * height}
                    : (struct box){left, left + width, y + 0.1 * height, y + 1.1 * height};
}

/* What is in the way of a label there. */
static int label_cost(const struct plot_figure *f, const struct layout *l, int i, int guide,
                      const struct guide_place *place)
{
    const struct plot_panel *panel = &f->panel[i];
    struct box b = label_box(f, l, i, guide, place[guide]);
    double across = POINT / (l->panel[i].right - l->panel[i].left), up = POINT / AXIS_Y_INCHES;
    struct box around = {b.left - across, b.right + across, b.low - up, b.high + up};
    int cost = b.low < 0 || b.high > 1 ? OUTSIDE : 0;

    for (int s = 0; s < panel->count; s++)
        cost += series_hits(f, l, i, s, &around);
    for (int g = 0; g < panel->guides; g++) {
        double y = axis_part(&l->y[i], panel->guide[g].y);
        struct box other = label_box(f, l, i, g, place[g]);

        if (g != guide && y >= b.low && y <= b.high)
            cost += TOUCHING;
        if (g < guide && other.left < b.right && b.left < other.right && other.low < b.high &&
            b.low < other.high)
            cost += TOUCHING;
    }
    return cost;
}

void guide_labels(const struct plot_figure *f, const struct layout *l, int i,
                  struct guide_place *place)
{
    /* The first of the best: an end rather than a place between. */
    const double along[] = {1, 0, 0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4, 0.5};

    for (int g = 0; g < f->panel[i].guides; g++) {
        struct guide_place best = {0};
        int least = INT_MAX;

        for (int k = 0; k < 2 * (int)(sizeof along / sizeof *along); k++) {
            int cost;

            place[g] = (struct guide_place){along[k / 2], k % 2 == 1};
            cost = label_cost(f, l, i, g, place);
            if (cost < least) {
                least = cost;
                best = place[g];
            }
        }
        place[g] = best;
    }
}

void guide_add(struct text *out, const struct plot_figure *f, const struct layout *l, int i,
               bool dumb)
{
    const struct plot_panel *panel = &f->panel[i];
    struct guide_place *place = xcalloc((size_t)panel->guides, sizeof *place);
    double axes = l->panel[i].right - l->panel[i].left;

    guide_labels(f, l, i, place);
    for (int g = 0; g < panel->guides; g++) {
        const struct plot_guide *guide = &panel->guide[g];
        char *label = plot_shorten(guide->label ? guide->label : "", POINTS_TEXT, axes);
        struct box b = label_box(f, l, i, g, place[g]);
        bool left = place[g].along == 0, right = place[g].along == 1;

        if (guide_shown(guide, &l->y[i])) {
            text_add(out, "        eval guide(");
            plot_add_number(out, guide->y);
            text_add(out, ")\n        set label ");
            plot_quote(out, label);
            text_add(out, " at graph %.5f, first ",
                     left    ? b.left
                     : right ? b.right
                             : (b.left + b.right) / 2);
            plot_add_number(out, guide->y);
            text_add(out, " %s offset 0,%g font font_small textcolor rgb guide_ink\n",
                     left    ? "left"
                     : right ? "right"
                             : "center",
                     (place[g].below ? -1 : 1) * (dumb ? 1 : 0.5));
        }
        free(label);
    }
    free(place);
}
