#include "figures/plot_data.h"
#include "base/number.h"
#include <math.h>

#define MOST_POINTS 15 /* on a line, each with its seeds */

void plot_add_number(struct text *out, double v)
{
    char s[32];

    if (isfinite(v))
        format_double(s, v);
    text_add(out, "%s", isfinite(v) ? s : "NaN");
}

const char *plot_next_item(int *items)
{
    return (*items)++ == 0 ? "plot " : ", \\\n             ";
}

static void add_row(struct text *out, const double *v, int n)
{
    for (int i = 0; i < n; i++) {
        text_add(out, i > 0 ? " " : "");
        plot_add_number(out, v[i]);
    }
    text_add(out, "\n");
}

bool series_has_mean(const struct plot_series *s)
{
    for (int i = 0; i < s->points; i++)
        if (isfinite(s->point[i].x) && isfinite(s->point[i].y))
            return true;
    return false;
}

static bool has_range(const struct plot_series *s, int i)
{
    return i >= 0 && i < s->points && isfinite(s->point[i].x) && isfinite(s->point[i].low) &&
           isfinite(s->point[i].high);
}

int series_stride(const struct plot_figure *f, const struct plot_series *s)
{
    bool curve = f->categories == 0 && !s->marks && s->points > MOST_POINTS;

    return curve ? (s->points + 7) / 8 : 1;
}

bool series_has_range(const struct plot_series *s)
{
    for (int i = 0; i < s->points; i++)
        if (has_range(s, i))
            return true;
    return false;
}

bool series_has_band(const struct plot_series *s)
{
    for (int i = 1; i < s->points; i++)
        if (has_range(s, i) && has_range(s, i - 1))
            return true;
    return false;
}

static bool lonely(const struct plot_series *s, int i)
{
    return has_range(s, i) && !has_range(s, i - 1) && !has_range(s, i + 1);
}

bool series_has_bars(const struct plot_series *s)
{
    for (int i = 0; i < s->points; i++)
        if (lonely(s, i))
            return true;
    return false;
}

bool series_shows_seeds(const struct plot_figure *f, const struct plot_series *s)
{
    return !s->marks && series_has_seeds(s) && (s->seed_lines || series_stride(f, s) == 1);
}

bool series_has_seeds(const struct plot_series *s)
{
    for (int i = 0; i < s->seeds; i++)
        if (isfinite(s->seed[i][0]) && isfinite(s->seed[i][1]))
            return true;
    return false;
}

void plot_add_blocks(struct text *out, const struct plot_series *s, int p, int k)
{
    if (s->points > 0) {
        text_add(out, "$p%ds%d << EOD\n", p, k);
        for (int i = 0; i < s->points; i++) {
            const struct plot_point *v = &s->point[i];
            bool both = has_range(s, i);

            /* Half a range would make gnuplot fill to a corner of the panel. */
            add_row(out, (const double[]){v->x, v->y, both ? v->low : NAN, both ? v->high : NAN},
                    4);
        }
        text_add(out, "EOD\n");
    }
    if (series_has_bars(s)) {
        text_add(out, "$p%ds%d_bars << EOD\n", p, k);
        for (int i = 0; i < s->points; i++) {
            const struct plot_point *v = &s->point[i];

            if (lonely(s, i))
                add_row(out, (const double[]){v->x, v->y, v->low, v->high}, 4);
        }
        text_add(out, "EOD\n");
    }
    if (s->seeds > 0) {
        text_add(out, "$p%ds%d_seeds << EOD\n", p, k);
        for (int i = 0; i < s->seeds; i++)
            add_row(out, s->seed[i], 2);
        text_add(out, "EOD\n");
    }
}
