/* Draws figures from results. requests end with a NULL name; NULL: none. */
#ifndef NORMLAB_FIGURES_DRAW_H
#define NORMLAB_FIGURES_DRAW_H

#include "figures/figure.h"
#include "judge/study.h"

/* What became of a figure. */
enum drawn {
    DRAW_FAILED, /* after a message */
    DRAWN,
    NOTHING_TO_DRAW, /* the results have no trial that it shows, or lack its curves */
    NO_GNUPLOT,      /* its .gp and .csv are written */
};

/* Writes a figure, or the forest plot of the claims, into the folder. formats: as in plot_write_as(). */
enum drawn draw_figure(const struct figure_request *q, const struct results *r, const char *folder,
                       const char *formats);
enum drawn draw_claims(const struct verdicts *v, const char *folder, const char *formats);

/* How figures are drawn. */
struct drawing {
    const char *formats; /* words of PLOT_ALL */
    struct plot_page page;
};

/* Writes every figure, and the forest plot of the claims, into root/plots/STEM; d NULL: in all formats on the templates'
 * own page. 0 or -1 after a message. */
int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d);

/* Draws the first `most` figures as text on standard output. 0 or -1 after a message. */
int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most);

/* Prints the names of each figure's files that exist, a line for each figure, on standard output. */
void figures_print(const struct study *s, const struct figure_request *requests,
                   const char *indent);

#endif
