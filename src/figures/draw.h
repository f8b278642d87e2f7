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

/* How figures are drawn. */
struct drawing {
    const char *formats; /* words of PLOT_FORMATS */
    struct plot_page page;
    const char
        *style_file; /* of a style that the user named, which figures_draw() reads; NULL: none */
    struct plot_style
        style; /* the user's (style.h). figures_draw() sets it; callers of draw_figure() do so themselves */
};

/* Write the files of a figure (draw_figure), or of a page of the forest plots of an experiment's claims (draw_claims),
 * to the folder. Return the outcome. */
enum drawn draw_figure(const struct figure_request *q, const struct results *r, const char *folder,
                       const struct drawing *d);
enum drawn draw_claims(const struct verdicts *v, int page, const char *folder,
                       const struct drawing *d);

/* Writes every figure, and the forest plots of the claims, into root/plots/STEM, and removes pages of forest plots that
 * an earlier run had more. d: NULL stands for PLOT_ALL and the page of the templates. Warns once when gnuplot is
 * missing. Returns 0, or -1 after a message. */
int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d);

/* Draws the first `most` figures as text on standard output. Returns 0, or -1 after a message. */
int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most);

/* Prints a line for each figure, and one for each forest plot, on standard output. A line begins with `indent` and
 * names the figure's files that exist; without any files it is left out. */
void figures_print(const struct study *s, const struct figure_request *requests,
                   const char *indent);

#endif
