#include "lab/plot_axis.h"
#include "base/arena.h"
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define X_INCHES 2.4 /* an x axis, about */

/* The numbers of a panel, or of all, along one axis. */
struct values {
    double *v;
    int n;
};

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

static void add_x(struct values *to, const struct plot_panel *p)
{
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

static void add_means(struct values *to, const struct plot_panel *p)
{
    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].points; i++)
            add(to, p->series[s].point[i].y);
}

static void add_y(struct values *to, const struct plot_panel *p)
{
    add_means(to, p);
    for (int s = 0; s < p->count; s++)
        for (int i = 0; i < p->series[s].seeds; i++)
            add(to, p->series[s].seed[i][1]);
}

static struct values gather(const struct plot_panel *panel, int panels,
                            void (*add_from)(struct values *, const struct plot_panel *))
{
    struct values all = {0};

    for (int i = 0; i < panels; i++)
        add_from(&all, &panel[i]);
    if (all.n > 0)
        qsort(all.v, (size_t)all.n, sizeof *all.v, by_size);
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
static void set_extremes(const struct plot_figure *f, struct axis *axis, bool is_log,
                         void (*add_from)(struct values *, const struct plot_panel *))
{
    struct values all = gather(f->panel, f->panels, add_from);
    bool share = true;

    for (int i = 0; i < f->panels; i++) {
        struct values own = gather(&f->panel[i], 1, add_from);

        axis[i] = (struct axis){
            .log = is_log, .empty = own.n == 0, .blank = own.n == 0, .low = 1, .high = 1};
        if (own.n > 0) {
            axis[i].low = own.v[0];
            axis[i].high = own.v[own.n - 1];
            share = share && scaled(axis[i].high, is_log) - scaled(axis[i].low, is_log) >=
                                 (scaled(all.v[all.n - 1], is_log) - scaled(all.v[0], is_log)) / 2;
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

/* The smallest of 1, 2, 5 times a power of ten that is not below v. */
static double nice(double v)
{
    double power = pow(10, floor(log10(v)));

    for (int i = 0; i < 3; i++) {
        const double step[] = {1, 2, 5};

        if (step[i] * power >= v * (1 - 1e-9))
            return step[i] * power;
    }
    return 10 * power;
}

static void tick_steps(struct axis *a, int about)
{
    double step = nice((a->high - a->low) / about), first = ceil(a->low / step - 1e-9);

    a->ticks = 0;
    for (int i = 0; i < AXIS_TICKS; i++) {
        double v = (first + i) * step;

        if (v > a->high + 1e-9 * step)
            break;
        a->tick[a->ticks++] = v;
    }
}

/* `times` (n of them, the first is 1) the powers of `base`; of the powers, every so many that there
 * are `most`. */
static void tick_powers(struct axis *a, double base, const double *times, int n, int most)
{
    /* From the last power below the range, whose times may be in it; else from the first one in it.
     */
    double low = log(a->low) / log(base), from = n > 1 ? floor(low) : ceil(low - 1e-9);
    double to = floor(log(a->high) / log(base) + 1e-9);
    double stride = fmax(1, ceil((to - from) / most));

    a->ticks = 0;
    for (double k = from; k <= to; k += stride)
        for (int i = 0; i < n; i++) {
            double v = times[i] * pow(base, k);

            if (v >= a->low * (1 - 1e-9) && v <= a->high * (1 + 1e-9) && a->ticks < AXIS_TICKS)
                a->tick[a->ticks++] = v;
        }
}

/* Whether tick labels one above the other would come too near to one another. */
static bool stacked(const struct axis *a)
{
    const double apart = 0.16; /* inches */

    for (int i = 1; i < a->ticks; i++)
        if ((axis_part(a, a->tick[i]) - axis_part(a, a->tick[i - 1])) * AXIS_Y_INCHES < apart)
            return true;
    return false;
}

/* Of the sets of ticks whose labels stand apart, the one that has most. A narrow range may have
 * more round numbers in equal steps than in a decade's usual ones. */
static void tick_log(struct axis *a)
{
    static const double usual[] = {1, 1.2, 1.5, 2, 3, 4, 6, 8, 1, 2, 3, 5, 1, 2, 5};
    static const int first[] = {0, 8, 12}, count[] = {8, 4, 3};
    struct axis best = *a;

    tick_powers(&best, 10, usual, 1, 8);
    for (int i = 0; i < 4; i++) {
        if (i < 3)
            tick_powers(a, 10, &usual[first[i]], count[i], AXIS_TICKS);
        else
            tick_steps(a, 5);
        if (a->ticks > best.ticks && !stacked(a))
            best = *a;
    }
    *a = best;
}

/* Whether tick labels side by side would come too near to one another. */
static bool crowded(const struct axis *a)
{
    const double digit = 0.062, apart = 0.06; /* inches, at 8 points */
    int before = 0;

    for (int i = 0; i < a->ticks; i++) {
        int characters = snprintf(NULL, 0, "%.10g", a->tick[i]);

        if (i > 0 && (axis_part(a, a->tick[i]) - axis_part(a, a->tick[i - 1])) * X_INCHES <
                         digit * (before + characters) / 2 + apart)
            return true;
        before = characters;
    }
    return false;
}

/* Ticks at the values that occur, when they are few and stand apart. */
static bool tick_values(struct axis *a, const struct values *x)
{
    a->ticks = 0;
    for (int i = 0; i < x->n; i++) {
        if (x->v[i] < a->low || x->v[i] > a->high || (i > 0 && x->v[i] == x->v[i - 1]))
            continue;
        if (a->ticks == 9)
            return false;
        a->tick[a->ticks++] = x->v[i];
    }
    return a->ticks > 0 && !crowded(a);
}

static void axes_x(const struct plot_figure *f, struct axis *axis)
{
    struct values all = gather(f->panel, f->panels, add_x);

    set_extremes(f, axis, f->x_log2 && all.n > 0 && all.v[0] > 0, add_x);
    for (int i = 0; i < f->panels; i++) {
        struct axis *a = &axis[i];

        widen(a, 0.04);
        if (a->blank || tick_values(a, &all))
            continue;
        for (int most = 10; most > 1; most--) {
            if (a->log)
                tick_powers(a, 2, (const double[]){1}, 1, most);
            else
                tick_steps(a, most > 6 ? 6 : most);
            if (!crowded(a))
                break;
        }
    }
    free(all.v);
}

/* Whether a linear axis would press three quarters of a panel's means into its lowest eighth. */
static bool squashed(const struct plot_panel *p)
{
    struct values y = gather(p, 1, add_means);
    bool yes = y.n >= 4 && y.v[3 * y.n / 4 - 1] - y.v[0] < (y.v[y.n - 1] - y.v[0]) / 8 &&
               y.v[y.n - 1] > 5 * y.v[0];

    free(y.v);
    return yes;
}

static void axes_y(const struct plot_figure *f, struct axis *axis)
{
    struct values all = gather(f->panel, f->panels, add_y);
    bool is_log = f->y_log10;

    for (int i = 0; i < f->panels; i++)
        is_log = is_log || squashed(&f->panel[i]);
    is_log = is_log && all.n > 0 && all.v[0] > 0 && !one_value(all.v[0], all.v[all.n - 1]);
    set_extremes(f, axis, is_log, add_y);
    for (int i = 0; i < f->panels; i++) {
        struct axis *a = &axis[i];
        /* A single value stands on zero, too: ticks above it would be of no use. */
        bool from_zero = !a->log && !a->empty && a->low >= 0 &&
                         (a->low < 0.3 * a->high || one_value(a->low, a->high));

        if (from_zero)
            a->low = 0;
        widen(a, 0.05);
        if (from_zero)
            a->low = 0;
        if (a->blank)
            continue;
        if (a->log)
            tick_log(a);
        else
            tick_steps(a, 5);
    }
    free(all.v);
}

void plot_axes(const struct plot_figure *figure, struct axis *x, struct axis *y)
{
    axes_x(figure, x);
    axes_y(figure, y);
}
