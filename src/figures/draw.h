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
        style; /* the user's (style.h). figures_draw() sets it; callers of draw_plot() do so themselves */
};

/* Writes the files of a figure to the folder, with the page and the style of d, and frees the figure. Returns the
 * outcome. */
enum drawn draw_plot(struct plot_figure *f, const char *folder, const struct drawing *d);

/* Writes every figure, and the forest plots of the claims, into root/plots/STEM, and removes pages of forest plots that
 * an earlier run had more. d: NULL stands for PLOT_ALL and the page of the templates. Warns once when gnuplot is
 * missing. Returns 0, or -1 after a message. */
int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d);

/* Draws the first `most` figures as text on standard output. Returns 0, or -1 after a message. */
int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most);

/* The width in columns of a figure for the terminal at standard output; 96 when that is none. */
int figures_columns(void);

/* Prints a line for each figure, and one for each forest plot, on standard output. A line begins with `indent` and
 * names the figure's files that exist; without any files it is left out. */
void figures_print(const struct study *s, const struct figure_request *requests,
                   const char *indent);

/* Prints the indent and FOLDER/NAME.{svg,pdf}, with the suffixes of the figure's files that exist. indent: NULL removes the
 * files instead. Returns false, and prints nothing, when no file exists. */
bool figure_files(const char *folder, const char *name, const char *indent);

#endif
