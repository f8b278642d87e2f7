/* Draws all figures of a study. requests end with a NULL name; NULL: none. */
#ifndef NORMLAB_FIGURES_DRAW_H
#define NORMLAB_FIGURES_DRAW_H

#include "figures/figure.h"
#include "judge/study.h"

/* Writes every figure, and the forest plot of the claims, into root/plots/STEM. 0 or -1 after a message. */
int figures_draw(const struct study *s, const struct figure_request *requests);

/* Draws the first `most` figures as text on standard output. 0 or -1 after a message. */
int figures_draw_terminal(const struct study *s, const struct figure_request *requests, int most);

/* Names the files of each figure that exist, a line for each figure on standard output. */
void figures_print(const struct study *s, const struct figure_request *requests, const char *indent);

#endif
