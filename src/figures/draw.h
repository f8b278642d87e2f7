/* Draws figures from results. In all functions a NULL name ends the requests, and NULL means no requests. */
#ifndef NORMLAB_FIGURES_DRAW_H
#define NORMLAB_FIGURES_DRAW_H

#include "figures/figure.h"
#include "judge/study.h"

/* The outcome of drawing a figure. */
enum drawn {
    DRAW_FAILED, /* 0: an error, after a message */
    DRAWN,
    NOTHING_TO_DRAW, /* the results have no trial that the figure shows, or lack its curves */
    NO_GNUPLOT,      /* gnuplot is missing; only the .gp and .csv files are written */
};

/* How figures are drawn. */
struct drawing {
    const char *formats; /* words of PLOT_FORMATS */
    struct plot_page page;
    const char *style_file; /* a gnuplot program that the user named (style_read()); NULL: none */
    /* the user's (style.h). figures_draw() sets it; a caller of draw_plot() sets it itself */
    struct plot_style style;
};

/* Writes the files of a figure to the folder by plot_write(), with the page and the style of d, and frees the figure.
 * Returns the outcome. */
enum drawn draw_plot(struct plot_figure *f, const char *folder, const struct drawing *d);

/* Writes every figure, and the forest plots of the claims, into the study's folder root/plots/STEM. When an earlier run
 * wrote more pages of forest plots than this one, removes the surplus pages. d: NULL stands for PLOT_ALL and the page of
 * the templates. Warns once when gnuplot is missing. Returns 0, or -1 after a message. */
int figures_draw(const struct study *s, const struct figure_request *requests,
                 const struct drawing *d);

/* Draws the first `most` figures as text on standard output. Returns 0, or -1 after a message. */
int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most);

/* Returns how many columns wide a figure for standard output is: as wide as the terminal, but at most 120; 96 when the
 * terminal has fewer than 60 columns, or standard output is no terminal. */
int figures_columns(void);

/* Prints a line for each figure, and one for each forest plot, on standard output. A line begins with `indent` and
 * names the figure's files that exist; without any files it is left out. */
void figures_print(const struct study *s, const struct figure_request *requests,
                   const char *indent);

/* Prints the indent and the names of a figure's files that exist, as FOLDER/NAME.{svg,pdf}. Returns false, and prints
 * nothing, when no file exists. */
bool figure_print_files(const char *folder, const char *name, const char *indent);

#endif
