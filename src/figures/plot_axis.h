/* Ranges and ticks of a figure's axes. */
#ifndef NORMLAB_FIGURES_PLOT_AXIS_H
#define NORMLAB_FIGURES_PLOT_AXIS_H

#include "figures/plot.h"

#define AXIS_TICKS    16
#define AXIS_Y_INCHES 1.85
#define MANY_SLOTS    30 /* need the width of the page */

struct axis {
    int log;       /* the base, 2 or 10; 0: linear */
    bool across;   /* an x axis */
    double inches; /* how long it will be, about */
    bool empty;    /* no number to show; with the range of the other panels, */
    bool blank;    /* or with none, and no ticks */
    double low, high;
    int ticks;
    double tick[AXIS_TICKS];
};

/* Panels side by side. */
int plot_columns(const struct plot_figure *figure);

/* Places for points along x: categories times series; 0 in a figure without categories. */
int plot_slots(const struct plot_figure *figure);

/* Fills one x and one y axis per panel. y holds all means, bands, seeds and guides.
 * Panels share a range unless that would leave one of them less than half of it. A logarithmic axis
 * needs positive numbers, and y two that differ; without them it is linear. Tick labels do not touch.
 */
void plot_axes(const struct plot_figure *figure, struct axis *x, struct axis *y);

/* Fills the axis of a heat map's colours, as long as said: from the least mean to the largest. */
void plot_axis_of_colours(const struct plot_figure *figure, double inches, struct axis *axis);

/* Where v stands on the axis: 0 at its low end, 1 at its high end. */
double axis_part(const struct axis *a, double v);

/* How its ticks are written: "0.001"; "10â»âµ" where some would have many zeros. A new string. */
char *axis_label(const struct axis *a, double v);

#endif
