#include "lab/plot_dodge.h"
#include "lab/plot_data.h"
#include <math.h>

#define WIDEST 0.25 /* parts of a category that a series has at most */
#define ALL    0.8  /* that all series have */
#define LOST   0.26 /* inches of a mark with its count */

/* The part of a category that each series of the panel has. */
static double slot(const struct plot_panel *panel)
{
    return fmin(WIDEST, ALL / panel->count);
}

struct dodge plot_dodge(const struct plot_figure *f, const struct plot_panel *panel, int series)
{
    double center = (series - (panel->count - 1) / 2.0) * slot(panel);
    double apart = series_has_seeds(&panel->series[series]) ? slot(panel) / 5 : 0;

    if (f->categories == 0)
        return (struct dodge){0};
    return (struct dodge){center + apart, center - apart, center};
}

/* In a category as many rows as keep neighbours apart; else a row for each series with marks at x.
 */
int plot_lost_row(const struct plot_figure *f, const struct plot_panel *panel, int series, double x,
                  double inches)
{
    int row = 0;

    if (f->categories > 0)
        return series % (int)ceil(LOST / (slot(panel) * inches / f->categories));
    for (int s = 0; s < series; s++)
        for (int i = 0; i < panel->series[s].losts; i++)
            row += panel->series[s].lost[i][0] == x && panel->series[s].lost[i][1] > 0;
    return row;
}

int plot_lost_rows(const struct plot_figure *f, const struct plot_panel *panel, double inches)
{
    int rows = 0;

    for (int s = 0; s < panel->count; s++)
        for (int i = 0; i < panel->series[s].losts; i++) {
            const double *lost = panel->series[s].lost[i];
            int row = plot_lost_row(f, panel, s, lost[0], inches);

            if (lost[1] > 0 && row >= rows)
                rows = row + 1;
        }
    return rows;
}
