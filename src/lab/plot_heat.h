/* Heat maps: a row for each series, a column for each category, the mean as colour and as number. */
#ifndef NORMLAB_LAB_PLOT_HEAT_H
#define NORMLAB_LAB_PLOT_HEAT_H

#include "base/text.h"
#include "lab/plot_layout.h"

/* Adds the script, see plot_script.h. */
void heat_script(struct text *out, const struct plot_figure *figure);

/* Where a heat map's parts stand. Every panel has the same rows and columns, so that they are aligned;
 * numbers have as many digits as there is room for. */
struct heat {
    struct layout page;   /* entry[k].shown: the name of row k, wrapped */
    struct plot_figure f; /* the figure, its columns' names shortened: "1e-5" */
    struct axis colour;
    int digits;   /* of numbers: 3, 2, or 0 for none */
    int decimals; /* of all numbers; -1: each has its own */
    double cell_width, cell_height;
    double bar_left, bar_width, bar_top; /* the colour bar; its label is above, numbers are below */
    double marks_y;                      /* what crosses mean; 0: there are none */
};

#define HEAT_BAR 0.1 /* inches of the bar's height */

void heat_layout_init(struct heat *h, const struct plot_figure *figure);
void heat_layout_release(struct heat *h);

/* A number as cells show it, in a new string: "12.3", "1.2e-7". */
char *heat_number(const struct heat *h, double v);

/* How many trials of a row were lost, or refused, in a column. */
double heat_count(double (*const at)[2], int n, double column);

/* Whether any cell shows lost trials, or refused ones. */
bool heat_has_lost(const struct plot_figure *f);
bool heat_has_refused(const struct plot_figure *f);

#endif
