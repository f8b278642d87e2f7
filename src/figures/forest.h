/* Builds the forest plot of an experiment's claims. */
#ifndef NORMLAB_FIGURES_FOREST_H
#define NORMLAB_FIGURES_FOREST_H

#include "figures/plot_forest.h"
#include "judge/ledger.h"

#define FOREST_NAME "claims"

/* Builds a plot with a panel for each unit and, in it, a row for each claim that has a difference. f has no panels
 * when there is nothing to draw. plot_forest_clear() frees. */
void forest_build(struct plot_forest *f, const struct verdicts *v);

#endif
