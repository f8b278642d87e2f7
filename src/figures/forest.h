/* Builds the forest plots of an experiment's claims. A row is a claim: its mean difference with the interval, the
 * region in which the claim says that the mean lies, and the verdict. */
#ifndef NORMLAB_FIGURES_FOREST_H
#define NORMLAB_FIGURES_FOREST_H

#include "figures/plot.h"
#include "judge/ledger.h"

/* The first page's name; the others are called claims_2, claims_3 and so on. */
#define FOREST_NAME "claims"

/* Returns the name of page i (0 is the first) in a new string. */
char *forest_name(int i);

/* Returns the number of pages; 0 when no claim has a row. A page is about 9 inches high, and has as many rows as fit
 * with the width and the font size of `page`. */
int forest_pages(const struct verdicts *v, const struct plot_page *page);

/* Builds page i. It has a panel for each unit, and in the panels a category for each claim that has a difference.
 * Series are verdicts. plot_figure_clear() frees f. */
void forest_build(struct plot_figure *f, const struct verdicts *v, const struct plot_page *page,
                  int i);

#endif
