#include "figures/plot_axis.h"
#include "base/arena.h"
#include "figures/plot_data.h"
#include "figures/plot_ticks.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The numbers of a panel, or of all, along one axis. */
struct values {
    double *v;
    int n;
};

/* Adds the numbers of a panel. */
typedef void adder(struct values *to, const struct plot_figure *f, int panel);

static void add(struct values *to, double v)
{
    if (!isfinite(v))
        return;
    /* Doubles at each power of two. */
    if ((to->n & (to->n - 1)) == 0)
        to->v = xrealloc(to->v, (size_t)(to->n ? 2 * to->n : 1) * sizeof *to->v);
    to->v[to->n++] = v;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void add_x(struct values *to, const struct plot_figure *f, int panel)
{
    const struct plot_panel *p = &f->panel[panel];

    for (int s = 0; s < p->count; s++) {
        const struct plot_series *series = &p->series[s];

        for (int i = 0; i < series->points; i++)
            add(to, series->point[i].x);
        for (int i = 0; i < series->seeds; i++)
            add(to, series->seed[i][0]);
        for (int i = 0; i < series->losts; i++)
            add(to, series->lost[i][0]);
    }
}

static void add_means(struct values *to, const struct plot_figure *f, int panel)
{
    const struct plot_panel *p = &f->panel[panel];

    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].points; i++)
            add(to, p->series[s].point[i].y);
}

static void add_y(struct values *to, const struct plot_figure *f, int panel)
{
    const struct plot_panel *p = &f->panel[panel];

    add_means(to, f, panel);
    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].seeds && series_shows_seeds(f, &p->series[s]); i++)
            add(to, p->series[s].seed[i][1]);
}

static void add_bands(struct values *to, const struct plot_figure *f, int panel)
{
    const struct plot_panel *p = &f->panel[panel];

    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].points && !p->series[s].marks; i++) {
            const struct plot_point *v = &p->series[s].point[i];

            if (!isfinite(v->low) || !isfinite(v->high))
                continue;
            add(to, v->low);
            add(to, v->high);
        }
}

static void add_all_y(struct values *to, const struct plot_figure *f, int panel)
{
    const struct plot_panel *p = &f->panel[panel];

    add_y(to, f, panel);
    add_bands(to, f, panel);
    if (f->bars && to->n > 0)
        add(to, 0);
    for (int i = 0; i < p->guides; i++)
        add(to, p->guide[i].y);
}

/* Of n panels from the first on. */
static struct values gather(const struct plot_figure *f, int first, int n, adder add_from)
{
    struct values all = {0};

    for (int i = first; i < first + n; i++)
        add_from(&all, f, i);
    if (all.n > 0)
        qsort(all.v, (size_t)all.n, sizeof *all.v, by_size);
    return all;
}

/* Leaves out what a logarithmic axis cannot show. */
static struct values gather_for(int base, const struct plot_figure *f, int first, int n,
                                adder add_from)
{
    struct values all = gather(f, first, n, add_from);
    int low = 0;

    while (base && low < all.n && !(all.v[low] > 0))
        low++;
    all.n -= low;
    if (low > 0)
        memmove(all.v, all.v + low, (size_t)all.n * sizeof *all.v);
    return all;
}

static double scaled(double v, bool is_log)
{
    return is_log ? log2(v) : v;
}

double axis_part(const struct axis *a, double v)
{
    double low = scaled(a->low, a->log);

    return (scaled(v, a->log) - low) / (scaled(a->high, a->log) - low);
}

static double unscaled(double v, bool is_log)
{
    return is_log ? fmin(fmax(exp2(v), DBL_MIN), DBL_MAX) : v;
}

/* Sets the low and high of each panel's axis to its own extremes, or to those of all where each
 * panel fills half of that. */
static void set_extremes(const struct plot_figure *f, struct axis *axis, int base, adder add_from)
{
    struct values all = gather_for(base, f, 0, f->panels, add_from);
    bool share = true;

    for (int i = 0; i < f->panels; i++) {
        struct values own = gather_for(base, f, i, 1, add_from);

        axis[i] = (struct axis){
            .log = base, .empty = own.n == 0, .blank = own.n == 0, .low = 1, .high = 1};
        if (own.n > 0) {
            axis[i].low = own.v[0];
            axis[i].high = own.v[own.n - 1];
            share = share && scaled(axis[i].high, base) - scaled(axis[i].low, base) >=
                                 (scaled(all.v[all.n - 1], base) - scaled(all.v[0], base)) / 2;
        }
        free(own.v);
    }
    for (int i = 0; share && all.n > 0 && i < f->panels; i++) {
        axis[i].low = all.v[0];
        axis[i].high = all.v[all.n - 1];
        axis[i].blank = false;
    }
    free(all.v);
}

static bool one_value(double low, double high)
{
    return high - low <= 1e-9 * fabs(high);
}

/* Moves both ends out by a part of the range; a single value gets room on its scale. */
static void widen(struct axis *a, double part)
{
    double low = scaled(a->low, a->log), high = scaled(a->high, a->log), room = part * (high - low);

    if (one_value(low, high))
        room = a->log ? 0.25 : high != 0 ? fabs(high) / 4 : 1;
    a->low = unscaled(low - room, a->log);
    a->high = unscaled(high + room, a->log);
}

int plot_slots(const struct plot_figure *f)
{
    int most = 0;

    for (int i = 0; i < f->panels; i++)
        most = f->panel[i].count > most ? f->panel[i].count : most;
    return f->categories * most;
}

int plot_columns(const struct plot_figure *f)
{
    bool three = (f->panels == 3 || f->panels > 4) && f->categories <= 4;

    if (f->panels == 1 || plot_slots(f) > MANY_SLOTS)
        return 1;
    return three && plot_slots(f) <= MANY_SLOTS / 2 ? 3 : 2;
}

/* A place for each category, without ticks: their names stand there. */
static void axes_of_categories(const struct plot_figure *f, struct axis *axis)
{
    for (int i = 0; i < f->panels; i++)
        axis[i] = (struct axis){.across = true, .low = 0.5, .high = f->categories + 0.5};
}

static void axes_x(const struct plot_figure *f, struct axis *axis)
{
    struct values all = gather(f, 0, f->panels, add_x);

    set_extremes(f, axis, all.n > 0 && all.v[0] > 0 ? f->x_log : 0, add_x);
    for (int i = 0; i < f->panels; i++) {
        struct axis *a = &axis[i];

        a->across = true;
        a->inches = plot_columns(f) == 3 ? 1.6 : 2.4;
        widen(a, 0.04);
        if (!a->blank && !ticks_at(a, all.v, all.n))
            ticks_round(a);
    }
    free(all.v);
}

/* Whether a linear axis would press three quarters of n panels' means into its lowest eighth. */
static bool squashed(const struct plot_figure *f, int first, int n)
{
    struct values y = gather(f, first, n, add_means);
    bool yes = y.n >= 4 && y.v[3 * y.n / 4 - 1] - y.v[0] < (y.v[y.n - 1] - y.v[0]) / 8 &&
               y.v[y.n - 1] > 5 * y.v[0];

    free(y.v);
    return yes;
}

static void axes_y(const struct plot_figure *f, struct axis *axis)
{
    struct values all = gather(f, 0, f->panels, add_y);
    bool is_log = f->y_log10;

    for (int i = 0; i < f->panels; i++)
        is_log = is_log || squashed(f, i, 1);
    is_log =
        is_log && !f->bars && all.n > 0 && all.v[0] > 0 && !one_value(all.v[0], all.v[all.n - 1]);
    set_extremes(f, axis, is_log ? 10 : 0, add_all_y);
    for (int i = 0; i < f->panels; i++) {
        struct axis *a = &axis[i];
        struct values own = gather(f, i, 1, add_y);
        /* A single value stands on zero, too: ticks above it would be of no use. */
        bool from_zero = !a->log && !a->blank && a->low >= 0 &&
                         (a->low < 0.3 * a->high || one_value(a->low, a->high));

        if (from_zero)
            a->low = 0;
        widen(a, 0.05);
        if (from_zero)
            a->low = 0;
        a->empty = own.n == 0;
        free(own.v);
        a->inches = AXIS_Y_INCHES;
        if (!a->blank)
            ticks_round(a);
    }
    free(all.v);
}

void plot_axis_of_colours(const struct plot_figure *f, double inches, struct axis *a)
{
    struct values all = gather(f, 0, f->panels, add_means);
    bool none = all.n == 0, one = none || one_value(all.v[0], all.v[all.n - 1]);
    bool is_log = !one && all.v[0] > 0 && (f->y_log10 || squashed(f, 0, f->panels));

    *a = (struct axis){.log = is_log ? 10 : 0, .across = true, .inches = inches, .blank = none};
    a->low = none ? 0 : all.v[0];
    a->high = none ? 1 : all.v[all.n - 1];
    if (one && !none)
        widen(a, 0);
    if (!none)
        ticks_round(a);
    free(all.v);
}

void plot_axes(const struct plot_figure *figure, struct axis *x, struct axis *y)
{
    if (figure->categories > 0)
        axes_of_categories(figure, x);
    else
        axes_x(figure, x);
    axes_y(figure, y);
}
