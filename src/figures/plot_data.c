#include "figures/plot_data.h"
#include <math.h>

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

bool series_has_seeds(const struct plot_series *s)
{
    for (int i = 0; i < s->seeds; i++)
        if (isfinite(s->seed[i][0]) && isfinite(s->seed[i][1]))
            return true;
    return false;
}

int figure_longest(const struct plot_figure *f)
{
    int longest = 0;

    for (int p = 0; p < f->panels; p++)
        for (int k = 0; k < f->panel[p].count; k++) {
            const struct plot_series *s = &f->panel[p].series[k];

            longest = !s->marks && s->points > longest ? s->points : longest;
        }
    return longest;
}
