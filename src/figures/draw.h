/* Draws figures from results. In all functions a NULL name ends the requests, and NULL means no requests. */
#ifndef NORMLAB_FIGURES_DRAW_H
#define NORMLAB_FIGURES_DRAW_H

#include "figures/figure.h"
#include "judge/study.h"

/* The outcome of drawing a figure. */
enum drawn {
    DRAW_FAILED, /* it failed, after a message */
    DRAWN,
    NOTHING_TO_DRAW, /* the results have no trial that the figure shows, or lack its curves */
    NO_GNUPLOT,      /* gnuplot is missing; only the .gp and .csv files are written */
};

/* Write the files of a figure (draw_figure), or of the forest plot of an experiment's claims (draw_claims), to the
 * folder. formats: the formats of the pictures, as in plot_write_as(). Return the outcome. */
enum drawn draw_figure(const struct figure_request *q, const struct results *r, const char *folder,
                       const char *formats);
enum drawn draw_claims(const struct verdicts *v, const char *folder, const char *formats);

/* How figures are drawn. */
struct drawing {
    const char *formats; /* words of PLOT_ALL */
    struct plot_page page;
};

/* Writes every figure, and the forest plot of the claims, into root/plots/STEM; d: NULL stands
 * for all formats and the page of the templates. Warns once when gnuplot is missing. Returns 0, or -1 after a message. */
int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d);

/* Draws the first `most` figures as text on standard output. Returns 0, or -1 after a message. */
int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most);

/* Prints a line for each figure, and one for the forest plot, on standard output. A line begins with `indent` and
 * names the figure's files that exist; without any files it is left out. */
void figures_print(const struct study *s, const struct figure_request *requests,
                   const char *indent);

#endif
