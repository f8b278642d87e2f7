/* Builds the forest plots of an experiment's claims: a row for each claim with its mean difference, its interval, the
 * region that the claim leaves, and the verdict. */
#ifndef NORMLAB_FIGURES_FOREST_H
#define NORMLAB_FIGURES_FOREST_H

#include "figures/plot.h"
#include "judge/ledger.h"

/* The first page's name; the others are called claims_2, claims_3 and so on. */
#define FOREST_NAME "claims"

/* Returns the name of page i, from 0 on, in a new string. */
char *forest_name(int i);

/* The number of pages: none when there is nothing to draw. So many rows as fit go on a page of about 9 inches, for
 * texts of this size. */
int forest_pages(const struct verdicts *v, const struct plot_page *page);

/* Builds page i. It has a panel for each unit and, in it, a category for each claim that has a difference; series are
 * verdicts. plot_figure_clear() frees f. */
void forest_build(struct plot_figure *f, const struct verdicts *v, const struct plot_page *page,
                  int i);

#endif
